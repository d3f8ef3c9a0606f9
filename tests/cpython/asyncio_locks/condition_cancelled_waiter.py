import asyncio


async def waiter(name, cond):
    async with cond:
        try:
            await cond.wait()
            print(name, "notified")
        except asyncio.CancelledError:
            print(name, "cancelled, holds the lock again:", cond.locked())
            raise


async def main():
    cond = asyncio.Condition()
    a, b = (asyncio.create_task(waiter(n, cond)) for n in "ab")
    await asyncio.sleep(0)
    a.cancel()
    await asyncio.wait([a])
    async with cond:
        cond.notify()
    await b
    print(a.cancelled(), b.cancelled())


asyncio.run(main())
