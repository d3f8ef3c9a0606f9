import asyncio


async def producer(q):
    for i in range(5):
        await q.put(i)
        print("put", i, "size", q.qsize())


async def consumer(q):
    for _ in range(5):
        item = await q.get()
        print("  got", item, "size", q.qsize())


async def main():
    q = asyncio.Queue(maxsize=1)
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
