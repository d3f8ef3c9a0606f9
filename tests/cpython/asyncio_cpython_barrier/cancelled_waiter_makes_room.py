import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    first.cancel()
    await asyncio.wait([first])
    print(first.cancelled(), barrier.n_waiting, barrier.broken)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())))


asyncio.run(main())
