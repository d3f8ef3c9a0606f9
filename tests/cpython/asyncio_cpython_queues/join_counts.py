import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q, total, running = kind(), 0, True
        for i in range(100):
            q.put_nowait(i)

        async def worker():
            nonlocal total
            while running:
                item = await q.get()
                total += item
                q.task_done()

        async with asyncio.TaskGroup() as tg:
            workers = [tg.create_task(worker()) for _ in range(2)]
            await q.join()
            print(kind.__name__, total, q._unfinished_tasks)
            running = False
            for _ in workers:
                q.put_nowait(0)
        empty = kind()
        await empty.join()
        await empty.join()


asyncio.run(main())
