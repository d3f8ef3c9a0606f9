import asyncio


async def worker(q):
    while True:
        n = await q.get()
        await asyncio.sleep(0.01)
        print("processed", n)
        q.task_done()


async def main():
    q = asyncio.Queue()
    for n in range(3):
        q.put_nowait(n)
    w = asyncio.create_task(worker(q))
    await q.join()
    print("join returned, worker waits:", not w.done())
    w.cancel()
    await asyncio.gather(w, return_exceptions=True)
    print("worker cancelled:", w.cancelled())


asyncio.run(main())
