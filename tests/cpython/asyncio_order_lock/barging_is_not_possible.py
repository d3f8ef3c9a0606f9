import asyncio


async def waiter(lock):
    async with lock:
        print("waiter got it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    t = asyncio.create_task(waiter(lock))
    await asyncio.sleep(0)
    lock.release()
    print("main asks again at once")
    async with lock:
        print("main got it; waiter done:", t.done())


asyncio.run(main())
