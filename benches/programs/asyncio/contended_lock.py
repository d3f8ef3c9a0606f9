# 1,000 tasks take one lock ten times each.
import asyncio


async def worker(lock, counter):
    for _ in range(10):
        async with lock:
            counter[0] += 1
            await asyncio.sleep(0)


async def main():
    lock, counter = asyncio.Lock(), [0]
    await asyncio.gather(*(worker(lock, counter) for _ in range(1000)))
    print(counter[0])


asyncio.run(main())
