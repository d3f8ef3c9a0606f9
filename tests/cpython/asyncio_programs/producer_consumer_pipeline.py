import asyncio
import random


async def producer(q, n):
    rng = random.Random(n)
    for i in range(3):
        await asyncio.sleep(rng.choice([0.02, 0.04, 0.06]))
        await q.put((n, i))
    await q.put(None)


async def stage(src, dst, f):
    while (item := await src.get()) is not None:
        await dst.put(f(item))
    await dst.put(None)


async def main():
    a, b = asyncio.Queue(1), asyncio.Queue()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(producer(a, 1))
        tg.create_task(stage(a, b, lambda x: x[0] * 10 + x[1]))
    out = []
    while not b.empty():
        out.append(b.get_nowait())
    print(out)


asyncio.run(main())
