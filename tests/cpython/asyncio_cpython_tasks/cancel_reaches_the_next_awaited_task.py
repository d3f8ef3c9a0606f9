import asyncio


async def main():
    fut = asyncio.get_running_loop().create_future()
    nested_task = None

    async def nested():
        await fut

    async def coro():
        nonlocal nested_task
        nested_task = asyncio.create_task(nested())
        await asyncio.sleep(0)
        task.cancel()
        await nested_task

    task = asyncio.create_task(coro())
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled(), nested_task.cancelled(), fut.cancelled())


asyncio.run(main())
