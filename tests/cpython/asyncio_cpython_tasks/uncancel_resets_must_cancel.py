import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()

    async def coro():
        await fut
        return await asyncio.sleep(0, "survived")

    t = asyncio.create_task(coro())
    await asyncio.sleep(0)
    fut.set_result(None)  # t is ready: a cancel now is only noted
    t.cancel()
    print(t._must_cancel, t.cancelling())
    t.uncancel()
    print(t._must_cancel, t.cancelling())
    try:
        print(await t)
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
