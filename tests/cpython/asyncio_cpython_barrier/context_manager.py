import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    seen = []

    async def coro():
        async with barrier as position:
            seen.append(position)

    async with asyncio.TaskGroup() as tg:
        for _ in range(3):
            tg.create_task(coro())
    print(sorted(seen), barrier.n_waiting, barrier.broken)


asyncio.run(main())
