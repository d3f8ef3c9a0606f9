import asyncio


async def main():
    q = asyncio.Queue()
    q.put_nowait("a")
    q.put_nowait("b")
    join = asyncio.create_task(q.join())
    print(await q.get())
    q.shutdown(immediate=True)
    print(q.qsize())
    await asyncio.sleep(0)
    print("joined:", join.done())
    q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await asyncio.sleep(0)
    print("joined:", join.done())


asyncio.run(main())
