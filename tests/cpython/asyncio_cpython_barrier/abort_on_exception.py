import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    outcome = []

    async def worker(n):
        try:
            async with barrier:
                outcome.append((n, "in"))
        except asyncio.BrokenBarrierError:
            outcome.append((n, "broken"))

    async def failing():
        try:
            raise RuntimeError("setup failed")
        except RuntimeError as e:
            outcome.append(("x", str(e)))
            await barrier.abort()

    await asyncio.gather(worker(0), worker(1), failing())
    print(outcome)
    print(barrier.broken, barrier.n_waiting)
    await barrier.reset()
    await asyncio.gather(*(worker(n) for n in range(3)))
    print(outcome[3:])


asyncio.run(main())
