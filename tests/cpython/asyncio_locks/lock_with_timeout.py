import asyncio


async def holder(lock):
    async with lock:
        await asyncio.sleep(0.1)
    print("holder released")


async def main():
    lock = asyncio.Lock()
    t = asyncio.create_task(holder(lock))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(lock.acquire(), 0.03)
    except TimeoutError:
        print("could not get it in time")
    async with asyncio.timeout(1):
        async with lock:
            print("got it in the end")
    await t


asyncio.run(main())
