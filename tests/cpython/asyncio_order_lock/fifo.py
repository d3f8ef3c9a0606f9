import asyncio


async def worker(name, lock):
    print(name, "wants the lock")
    async with lock:
        print(name, "has the lock")
        await asyncio.sleep(0.01)
        print(name, "gives it back")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(n, lock) for n in "abc"))
    print("locked:", lock.locked())


asyncio.run(main())
