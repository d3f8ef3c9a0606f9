import asyncio


async def main():
    lock = asyncio.Lock()
    not_empty = asyncio.Condition(lock)
    not_full = asyncio.Condition(lock=lock)
    async with not_empty:
        print(lock.locked(), not_full.locked())
        try:
            await asyncio.wait_for(not_full.acquire(), 0.01)
        except TimeoutError:
            print("one lock, two conditions")
    print(lock.locked())
    try:
        asyncio.Condition(asyncio.Semaphore())
        print("any lock-like object is taken")
    except Exception as e:
        print(type(e).__name__, e)


asyncio.run(main())
