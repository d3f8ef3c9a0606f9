import asyncio


async def consumer(q):
    try:
        while True:
            print("got", await q.get())
            await asyncio.sleep(0)
    except asyncio.QueueShutDown:
        print("consumer: queue is shut down and empty")


async def main():
    q = asyncio.Queue()
    for i in range(3):
        q.put_nowait(i)
    q.shutdown()
    try:
        await q.put(99)
    except asyncio.QueueShutDown as e:
        print("put refused:", type(e).__name__, e.args)
    await consumer(q)


asyncio.run(main())
