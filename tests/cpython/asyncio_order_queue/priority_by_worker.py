import asyncio


async def worker(q):
    while not q.empty():
        priority, name = await q.get()
        print(priority, name)
        if name == "urgent":
            q.put_nowait((0, "even more urgent"))
        await asyncio.sleep(0)


async def main():
    q = asyncio.PriorityQueue()
    for entry in ((3, "later"), (1, "urgent"), (2, "soon"), (2, "also soon")):
        q.put_nowait(entry)
    await asyncio.gather(worker(q), worker(q))


asyncio.run(main())
