import asyncio


async def waiter(name, cond):
    async with cond:
        print(name, "waits")
        await cond.wait()
        print(name, "notified")


async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(n, cond)) for n in "abc"]
    await asyncio.sleep(0)
    async with cond:
        cond.notify()
        print("main notified one, still holds the lock")
        await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    print([t.done() for t in tasks])
    async with cond:
        cond.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
