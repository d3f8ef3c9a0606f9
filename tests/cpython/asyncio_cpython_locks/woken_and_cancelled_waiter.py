import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    b = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(len(lock._waiters))
    c = asyncio.create_task(lock.acquire())
    b.cancel()
    lock.release()
    await asyncio.sleep(0)
    print(lock.locked(), b.cancelled(), c.done())
    print(await c)


asyncio.run(main())
