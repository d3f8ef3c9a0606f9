# gather of 10,000, five times.
import asyncio


async def job(n):
    return n


async def main():
    for _ in range(5):
        print(sum(await asyncio.gather(*(job(n) for n in range(10_000)))))


asyncio.run(main())
