import asyncio


async def main():
    q = asyncio.Queue(maxsize=2)
    print(q.empty(), q.full(), q.qsize(), q.maxsize)
    await q.put("a")
    q.put_nowait("b")
    print(q.empty(), q.full(), q.qsize())
    try:
        q.put_nowait("c")
    except asyncio.QueueFull as e:
        print("QueueFull", e.args)
    print(await q.get(), q.get_nowait())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print("QueueEmpty", e.args)
    q.task_done()
    q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print("ValueError", e)
    await q.join()
    print("joined")


asyncio.run(main())
