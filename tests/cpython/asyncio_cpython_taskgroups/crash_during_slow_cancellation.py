import asyncio


async def crash_soon():
    await asyncio.sleep(0.06)
    1 / 0


async def runner():
    async with asyncio.TaskGroup() as g:
        g.create_task(crash_soon())
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("body cancelled, lingers")
            await asyncio.sleep(0.2)
            print("lingered")
            raise


async def main():
    r = asyncio.create_task(runner())
    await asyncio.sleep(0.02)
    print(r.done())
    r.cancel()
    try:
        await r
    except ExceptionGroup as e:
        print("group", e.exceptions)
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
