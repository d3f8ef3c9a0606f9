import asyncio


async def worker(name, q):
    try:
        while True:
            item = await q.get()
            await asyncio.sleep(0.05)
            print(name, item)
            q.task_done()
    except asyncio.QueueShutDown:
        print(name, "queue closed")


async def main():
    q = asyncio.Queue(maxsize=2)
    workers = [asyncio.create_task(worker(f"w{i}", q)) for i in range(2)]
    for n in range(5):
        await q.put(n)
    q.shutdown()
    try:
        await q.put(99)
    except asyncio.QueueShutDown as e:
        print("put refused", repr(e))
    await q.join()
    await asyncio.gather(*workers)
    print(q)


asyncio.run(main())
