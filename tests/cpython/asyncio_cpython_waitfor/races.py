import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_soon(fut.set_result, "ok")
    print(await asyncio.wait_for(fut, timeout=0.2))

    async def suppresses():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return 42

    print(await asyncio.wait_for(suppresses(), timeout=0.02))

    async def inner():
        return "done"

    inner_task = asyncio.create_task(inner())
    reached = False

    async def outer():
        nonlocal reached
        await asyncio.wait_for(inner_task, timeout=100)
        await asyncio.sleep(1)
        reached = True

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(inner_task.done(), await inner_task, reached)


asyncio.run(main())
