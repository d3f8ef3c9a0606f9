import asyncio


async def main():
    barrier = asyncio.Barrier(1)
    print([await barrier.wait() for _ in range(3)])
    t = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(t.done(), barrier.n_waiting)


asyncio.run(main())
