import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f1, f2, f3 = (loop.create_future() for _ in range(3))

    async def catching():
        await f1
        try:
            await f2
        except asyncio.CancelledError:
            return 42

    async def ignoring():
        try:
            await f2
        except asyncio.CancelledError:
            pass
        return await f3

    t = asyncio.create_task(catching())
    await asyncio.sleep(0)
    print(t._fut_waiter is f1)
    f1.set_result(None)
    await asyncio.sleep(0)
    print(t._fut_waiter is f2)
    t.cancel()
    print(f2.cancelled(), await t, t.cancelled())

    f2 = loop.create_future()
    t = asyncio.create_task(ignoring())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    print(t._fut_waiter is f3)
    f3.set_result("third")
    print(await t, t.cancelled(), f3.cancelled())


asyncio.run(main())
