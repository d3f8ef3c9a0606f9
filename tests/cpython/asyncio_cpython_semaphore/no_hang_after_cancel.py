import asyncio


async def hang():
    sem = asyncio.Semaphore(value=0)
    t1 = asyncio.create_task(sem.acquire())
    t2 = asyncio.create_task(sem.acquire())
    await asyncio.sleep(0)
    t1.cancel()
    sem.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(sem.locked(), t1.cancelled(), t2.done())


async def no_hang():
    sem = asyncio.Semaphore(1)

    async def first():
        async with sem:
            await asyncio.sleep(0)
        t2.cancel()

    async def second():
        async with sem:
            print("never")

    t1, t2 = asyncio.create_task(first()), asyncio.create_task(second())
    results = await asyncio.gather(t1, t2, return_exceptions=True)
    print([type(r).__name__ for r in results])
    print(await asyncio.wait_for(sem.acquire(), timeout=1))


asyncio.run(hang())
asyncio.run(no_hang())
