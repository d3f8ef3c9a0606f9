import asyncio


async def bad_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        1 / 0


async def runner():
    async with asyncio.TaskGroup() as g:
        g.create_task(bad_cleanup())
        await asyncio.sleep(10)


async def nested_runner():
    async with asyncio.TaskGroup() as g1:
        async with asyncio.TaskGroup() as g2:
            g2.create_task(bad_cleanup())
            await asyncio.sleep(10)


async def main():
    for function in (runner, nested_runner):
        r = asyncio.create_task(function())
        await asyncio.sleep(0.02)
        r.cancel()
        try:
            await r
        except ExceptionGroup as e:
            print(e, [repr(x) for x in e.exceptions])


asyncio.run(main())
