import asyncio


async def main():
    sem = asyncio.Semaphore(value=0)
    t1, t2, t3, t4 = (asyncio.create_task(sem.acquire()) for _ in range(4))
    await asyncio.sleep(0)
    t1.cancel()
    t2.cancel()
    sem.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([t.done() for t in (t1, t2, t3, t4)])
    t4.cancel()
    await asyncio.sleep(0)
    print(t4.cancelled(), sem.locked())


asyncio.run(main())
