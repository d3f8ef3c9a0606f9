import asyncio


async def main():
    barrier = asyncio.Barrier(4)
    outcome = []

    async def worker():
        try:
            await barrier.wait()
            outcome.append("passed")
        except asyncio.BrokenBarrierError:
            outcome.append("broken")

    tasks = [asyncio.create_task(worker()) for _ in range(3)]
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.reset()
    print(barrier.broken)
    await asyncio.gather(*tasks)
    print(outcome, barrier.n_waiting, barrier.broken)
    outcome.clear()
    await asyncio.gather(*(worker() for _ in range(4)))
    print(outcome)


asyncio.run(main())
