import asyncio


async def worker(name, queue, results):
    while True:
        n = await queue.get()
        await asyncio.sleep(0.03 * n)
        results.append((name, n))
        queue.task_done()


async def main():
    queue, results = asyncio.Queue(), []
    for n in (1, 5, 9, 2):
        queue.put_nowait(n)
    workers = [asyncio.create_task(worker(f"w{i}", queue, results)) for i in range(3)]
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    for r in results:
        print(*r)


asyncio.run(main())
