import asyncio


async def waiter(fut):
    try:
        await fut
    except asyncio.CancelledError as e:
        print("waiter saw CancelledError", e.args)
        return "survived"


async def main():
    fut = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(fut))
    await asyncio.sleep(0)
    print(fut.cancel(msg="no longer needed"), fut.cancel())
    print(await task, task.cancelled())
    try:
        fut.result()
    except asyncio.CancelledError as e:
        print("result:", e.args)


asyncio.run(main())
