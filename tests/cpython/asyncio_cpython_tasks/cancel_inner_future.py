import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()

    async def task():
        await f
        return 12

    t = asyncio.create_task(task())
    await asyncio.sleep(0)
    f.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print(f.cancelled(), t.cancelled())

    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(task())
    await asyncio.sleep(0)
    f.cancel()
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print(t.done(), f.cancelled(), t.cancelled())


asyncio.run(main())
