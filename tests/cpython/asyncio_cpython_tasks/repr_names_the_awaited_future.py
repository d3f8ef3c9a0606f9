import asyncio


async def wait_for(fut):
    return await fut


def callback(task):
    pass


async def main():
    fut = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(wait_for(fut), name="TestTask")
    await asyncio.sleep(0)
    text = repr(task)
    print(text.endswith(f"wait_for={fut!r}>"), text.split(" at ")[0])
    fut.set_result(None)
    await task
    t = asyncio.create_task(wait_for(fut), name="with callback")
    t.add_done_callback(callback)
    print(t)
    t.cancel()
    print(t)
    await asyncio.wait([t])
    print(t)


asyncio.run(main())
