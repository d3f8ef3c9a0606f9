import asyncio


async def refused(call):
    try:
        result = call()
        if asyncio.iscoroutine(result):
            await result
        return "accepted"
    except asyncio.QueueShutDown:
        return "shut down"


async def main():
    q = asyncio.Queue()
    getter = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.shutdown(immediate=False)
    await q.join()
    await asyncio.sleep(0)
    print(getter.done(), type(getter.exception()).__name__)
    for call in (lambda: q.put(1), lambda: q.put_nowait(1), q.get, q.get_nowait):
        print(await refused(call), end=" ")
    print()

    q = asyncio.Queue(maxsize=1)
    q.put_nowait("data")
    join = asyncio.create_task(q.join())
    putter = asyncio.create_task(q.put("data2"))
    await asyncio.sleep(0)
    q.shutdown()
    await asyncio.sleep(0)
    print(type(putter.exception()).__name__, q.qsize(), await q.get())
    await asyncio.sleep(0)
    print(join.done())
    q.task_done()
    await asyncio.sleep(0)
    print(join.done(), "shutdown" in str(q))


asyncio.run(main())
