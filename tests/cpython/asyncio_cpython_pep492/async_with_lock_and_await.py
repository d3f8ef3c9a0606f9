import asyncio


async def main():
    for primitive in (asyncio.Lock(), asyncio.Condition(), asyncio.Semaphore(), asyncio.BoundedSemaphore()):
        print(primitive.locked())
        async with primitive as value:
            print(value, primitive.locked())
        print(primitive.locked())


asyncio.run(main())
