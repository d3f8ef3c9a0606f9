import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    log = []

    async def worker(n):
        for round in range(2):
            await barrier.wait()
            log.append((round, n))

    await asyncio.gather(*(worker(n) for n in range(4)))
    print(len(log), [sum(1 for r, _ in log if r == k) for k in range(2)])
    print(barrier.n_waiting)


asyncio.run(main())
