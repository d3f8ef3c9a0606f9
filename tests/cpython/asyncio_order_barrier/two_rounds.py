import asyncio


async def phase_worker(name, barrier):
    for phase in range(2):
        print(name, "works in phase", phase)
        async with barrier as position:
            if position == 0:
                print("   first of phase", phase, "is", name)


async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(phase_worker("x", barrier), phase_worker("y", barrier))


asyncio.run(main())
