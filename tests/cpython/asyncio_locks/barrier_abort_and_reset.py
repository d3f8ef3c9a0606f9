import asyncio


async def party(n, barrier):
    try:
        print(n, "->", await barrier.wait())
    except asyncio.BrokenBarrierError as e:
        print(n, "broken:", e)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(n, barrier)) for n in range(2)]
    await asyncio.sleep(0)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await barrier.abort()
    await asyncio.gather(*tasks)
    print("broken:", barrier.broken)
    await party("late", barrier)
    await barrier.reset()
    print("broken:", barrier.broken)
    await asyncio.gather(*(party(n, barrier) for n in "xyz"))


asyncio.run(main())
