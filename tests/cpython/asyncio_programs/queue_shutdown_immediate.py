import asyncio


async def getter(q):
    try:
        return await q.get()
    except asyncio.QueueShutDown:
        return "closed"


async def putter(q):
    try:
        await q.put("x")
        return "put"
    except asyncio.QueueShutDown:
        return "closed"


async def main():
    q = asyncio.Queue(1)
    g = [asyncio.create_task(getter(q)) for _ in range(2)]
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    print(await asyncio.gather(*g))
    q = asyncio.Queue(1)
    q.put_nowait(1)
    p = [asyncio.create_task(putter(q)) for _ in range(2)]
    await asyncio.sleep(0)
    print(q, q._unfinished_tasks)
    q.shutdown(immediate=True)
    print(await asyncio.gather(*p), q.qsize(), q.empty())
    await q.join()
    try:
        q.get_nowait()
    except asyncio.QueueShutDown as e:
        print(type(e).__mro__[1].__name__)
    try:
        q.task_done()
        q.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
