import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.n_waiting)
    t1 = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    t2 = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    t3 = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await asyncio.wait([t1, t2, t3])
    print(barrier.n_waiting, barrier.broken, sorted(t.result() for t in (t1, t2, t3)))


asyncio.run(main())
