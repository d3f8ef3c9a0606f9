import asyncio


class MyExc(Exception):
    pass


async def runner():
    async with asyncio.TaskGroup():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise MyExc


async def crash_soon():
    await asyncio.sleep(0.02)
    1 / 0


async def both():
    async def nested():
        try:
            await asyncio.sleep(10)
        finally:
            raise MyExc

    async with asyncio.TaskGroup() as g:
        g.create_task(crash_soon())
        await nested()


async def main():
    r = asyncio.create_task(runner())
    await asyncio.sleep(0)
    r.cancel()
    try:
        await r
    except ExceptionGroup as e:
        print(e.exceptions)
    try:
        await asyncio.create_task(both())
    except ExceptionGroup as e:
        print(e.exceptions)


asyncio.run(main())
