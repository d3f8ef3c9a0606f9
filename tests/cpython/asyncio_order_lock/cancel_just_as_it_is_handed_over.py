import asyncio


async def waiter(name, lock):
    try:
        async with lock:
            print(name, "holds it")
    except asyncio.CancelledError:
        print(name, "cancelled, passes it on")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a = asyncio.create_task(waiter("a", lock))
    b = asyncio.create_task(waiter("b", lock))
    await asyncio.sleep(0)
    lock.release()   # a is woken ...
    a.cancel()       # ... and cancelled in the same turn
    await asyncio.gather(a, b)
    print("locked:", lock.locked())


asyncio.run(main())
