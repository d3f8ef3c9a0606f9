import asyncio


async def main():
    cond = asyncio.Condition()
    reached = False

    async def wait_on():
        nonlocal reached
        async with cond:
            reached = True
            await cond.wait()

    task = asyncio.create_task(wait_on())
    await asyncio.sleep(0)
    print(reached)
    await cond.acquire()
    cond.notify()
    await asyncio.sleep(0)
    task.cancel()
    cond.release()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled while re-acquiring", cond.locked())


asyncio.run(main())
