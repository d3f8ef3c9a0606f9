# 10,000 tasks sleep once.
import asyncio


async def sleeper(n):
    await asyncio.sleep(0.0001 * (n % 10))
    return n


async def main():
    tasks = [asyncio.create_task(sleeper(n)) for n in range(10_000)]
    print(sum([await task for task in tasks]))


asyncio.run(main())
