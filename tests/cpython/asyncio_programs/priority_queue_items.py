import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def main():
    q = asyncio.PriorityQueue()
    for p, n in ((3, "low"), (1, "high"), (2, "mid"), (1, "high2")):
        await q.put(Job(p, n))
    while not q.empty():
        j = await q.get()
        print(j.priority, j)
    await q.put((1, {"a": 1}))
    try:
        await q.put((1, {"b": 2}))
    except TypeError as e:
        print(e)
    lifo = asyncio.LifoQueue()
    for n in range(3):
        lifo.put_nowait(n)
    print([lifo.get_nowait() for _ in range(3)])
    try:
        lifo.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    full = asyncio.Queue(1)
    full.put_nowait(1)
    try:
        full.put_nowait(2)
    except asyncio.QueueFull as e:
        print(repr(e))
    try:
        full.task_done()
        full.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
