import asyncio


async def main():
    loop = asyncio.get_running_loop()

    async def blocking():
        await loop.create_future()

    for timeout in (None, 60.0):
        task = asyncio.create_task(blocking())
        wait = asyncio.create_task(asyncio.wait_for(task, timeout))
        loop.call_soon(wait.cancel)
        try:
            await wait
        except asyncio.CancelledError:
            print(timeout, task.cancelled())


asyncio.run(main())
