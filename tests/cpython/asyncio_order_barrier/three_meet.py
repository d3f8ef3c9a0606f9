import asyncio


async def runner(name, delay, barrier):
    await asyncio.sleep(delay)
    print(name, "arrives,", barrier.n_waiting, "wait already")
    position = await barrier.wait()
    print(name, "goes on as", position)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(
        runner("a", 0.06, barrier), runner("b", 0.02, barrier), runner("c", 0.04, barrier)
    )
    print(barrier.n_waiting, barrier.broken)


asyncio.run(main())
