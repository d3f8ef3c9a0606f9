import asyncio


async def holder(name, lock, blocker, log):
    async with lock:
        log.append(name)
        if blocker is not None:
            await blocker


async def main():
    lock, log = asyncio.Lock(), []
    blocker = asyncio.get_running_loop().create_future()
    a = asyncio.create_task(holder("a", lock, blocker, log))
    await asyncio.sleep(0)
    b = asyncio.create_task(holder("b", lock, None, log))
    await asyncio.sleep(0)
    c = asyncio.create_task(holder("c", lock, None, log))
    await asyncio.sleep(0)
    print("waiting", len(lock._waiters), "locked", lock.locked())
    blocker.set_result(None)
    b.cancel()
    print("b's waiter cancelled:", lock._waiters[0].cancelled())
    await asyncio.sleep(0)
    print(lock.locked(), a.done(), b.cancelled(), c.done())
    await c
    print(log, lock.locked())


asyncio.run(main())
