import asyncio


async def check(lock=None, cond=None):
    lock = lock or asyncio.Lock()
    cond = cond or asyncio.Condition(lock)
    states = [(lock.locked(), cond.locked())]
    async with cond:
        states.append((lock.locked(), cond.locked()))
    async with lock:
        states.append((lock.locked(), cond.locked()))
    states.append((lock.locked(), cond.locked()))
    print(states)


async def main():
    await check()
    await check(asyncio.Lock())
    lock = asyncio.Lock()
    await check(lock, asyncio.Condition(lock))


asyncio.run(main())
