# 50,000 tasks, 1,000 at a time.
import asyncio


async def job(n):
    await asyncio.sleep(0)
    return n


async def main():
    total = 0
    for batch in range(50):
        total += sum(await asyncio.gather(*(job(n) for n in range(1000))))
    print(total)


asyncio.run(main())
