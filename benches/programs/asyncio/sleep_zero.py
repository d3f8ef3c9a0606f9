# 100 tasks give way 1,000 times each.
import asyncio


async def worker(n):
    for _ in range(1000):
        await asyncio.sleep(0)
    return n


async def main():
    print(sum(await asyncio.gather(*(worker(n) for n in range(100)))))


asyncio.run(main())
