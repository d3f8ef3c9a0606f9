import asyncio


async def produce(n):
    for i in range(n):
        print("produce", i)
        yield i
        await asyncio.sleep(0)


async def watch():
    for i in range(4):
        print("  watch", i)
        await asyncio.sleep(0)


async def main():
    w = asyncio.create_task(watch())
    async for i in produce(3):
        print("consume", i)
        await asyncio.sleep(0)
    await w


asyncio.run(main())
