import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    first, second = loop.time() + 10, loop.time() + 30

    async def f():
        async with asyncio.timeout_at(first) as cm:
            fut.set_result(cm)
            await asyncio.sleep(50)

    task = asyncio.create_task(f())
    cm = await fut
    print(cm.when() == first)
    cm.reschedule(second)
    print(cm.when() == second)
    cm.reschedule(None)
    print(cm.when(), cm)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(cm.expired())


asyncio.run(main())
