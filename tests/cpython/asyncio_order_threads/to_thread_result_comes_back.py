import asyncio
import time


def blocking(n):
    time.sleep(n / 50)
    return n * 10


async def ticker():
    for i in range(3):
        print("tick", i)
        await asyncio.sleep(0.02)


async def main():
    t = asyncio.create_task(ticker())
    result = await asyncio.to_thread(blocking, 5)
    print("thread said", result)
    await t


asyncio.run(main())
