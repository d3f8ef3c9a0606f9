import asyncio


async def drain(q):
    for item in (5, 1, 4, 2, 3):
        q.put_nowait(item)
    return [await q.get() for _ in range(q.qsize())]


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        print(kind.__name__, await drain(kind()))


asyncio.run(main())
