import asyncio


async def waiter(name, lock):
    await lock.acquire()
    print(name, "acquired")
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a = asyncio.create_task(waiter("a", lock))
    b = asyncio.create_task(waiter("b", lock))
    await asyncio.sleep(0)
    lock.release()
    print("released, locked now:", lock.locked())
    for turn in range(3):
        await asyncio.sleep(0)
        print("turn", turn, a.done(), b.done())


asyncio.run(main())
