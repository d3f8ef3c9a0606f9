import asyncio
import dataclasses
import itertools

counter = itertools.count()


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    number: int = dataclasses.field(default_factory=lambda: next(counter))
    name: str = dataclasses.field(default="", compare=False)


async def main():
    q = asyncio.PriorityQueue()
    for p, name in ((2, "write"), (1, "read"), (2, "close"), (0, "open")):
        await q.put(Job(p, name=name))
    while not q.empty():
        job = await q.get()
        print(job.priority, job.name, job.number)
    q.put_nowait((1, {}))
    try:
        q.put_nowait((1, {}))
    except TypeError as e:
        print("TypeError:", e)


asyncio.run(main())
