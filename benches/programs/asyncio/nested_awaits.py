# A value comes up through 20 coroutines, 5,000 times.
import asyncio


async def depth(n):
    return 0 if n == 0 else 1 + await depth(n - 1)


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    total = 0
    for _ in range(5000):
        total += await depth(20)
    async for i in numbers(50_000):
        total += i
    print(total)


asyncio.run(main())
