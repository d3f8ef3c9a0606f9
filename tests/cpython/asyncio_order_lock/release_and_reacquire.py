import asyncio


async def greedy(lock):
    for i in range(3):
        async with lock:
            print("greedy", i)
            await asyncio.sleep(0)


async def polite(lock):
    for i in range(2):
        async with lock:
            print("polite", i)
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(greedy(lock), polite(lock), greedy(lock))


asyncio.run(main())
