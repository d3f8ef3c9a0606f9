import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()

    async def create():
        return await asyncio.gather(fut)

    async def observer():
        await asyncio.sleep(0)
        fut.set_result(7)
        print("cancel:", task.cancel())

    task = asyncio.create_task(create())
    asyncio.create_task(observer())
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled", fut.result())


asyncio.run(main())
