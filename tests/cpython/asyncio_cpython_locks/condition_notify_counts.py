import asyncio


async def main():
    cond, got = asyncio.Condition(), []

    async def waiter(n):
        await cond.acquire()
        if await cond.wait():
            got.append(n)
        return True

    tasks = [asyncio.create_task(waiter(n)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    print(got, cond.locked())
    print(await cond.acquire())
    cond.notify()
    await asyncio.sleep(0)
    print(got, cond.locked())
    cond.release()
    await asyncio.sleep(0)
    print(got, cond.locked())
    cond.notify(2)
    await asyncio.sleep(0)
    print(got, cond.locked())
    cond.release()
    await asyncio.sleep(0)
    print(got, cond.locked())
    cond.release()
    await asyncio.sleep(0)
    print(got, cond.locked(), [t.result() for t in tasks])


asyncio.run(main())
