import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    fut.set_result("done")
    print(await asyncio.wait_for(fut, 0))
    started = []

    async def foo(running=None):
        started.append(1)
        if running is not None:
            running.set_result(None)
            await asyncio.sleep(10)

    try:
        await asyncio.wait_for(foo(), 0)
    except TimeoutError:
        print("never started:", started)
    for timeout in (0, -1):
        running = loop.create_future()
        task = asyncio.create_task(foo(running))
        await running
        try:
            await asyncio.wait_for(task, timeout)
        except TimeoutError:
            print(timeout, task.done(), task.cancelled())


asyncio.run(main())
