import asyncio


async def main():
    for primitive in (asyncio.Lock(), asyncio.Condition(), asyncio.Semaphore(), asyncio.BoundedSemaphore()):
        try:
            await primitive
        except TypeError as e:
            print(e, primitive.locked())
    for cls in (asyncio.Lock, asyncio.Event, asyncio.Semaphore, asyncio.Condition):
        try:
            cls(loop=asyncio.get_running_loop())
        except TypeError as e:
            print(e)


asyncio.run(main())
