import asyncio


async def main():
    q = asyncio.Queue(maxsize=1)
    q.put_nowait(1)
    put = asyncio.create_task(q.put(2))
    await asyncio.sleep(0)
    print(len(q._putters))
    put.cancel()
    try:
        await put
    except asyncio.CancelledError:
        print(len(q._putters), q.qsize())

    q = asyncio.Queue(maxsize=1)
    a, b, c = (asyncio.create_task(q.put(x)) for x in "abX")
    await asyncio.sleep(0)
    print(a.done(), b.done())
    c.cancel()
    await asyncio.sleep(0)
    print(c.done(), q.get_nowait())
    await asyncio.sleep(0)
    print(q.get_nowait(), b.done())


asyncio.run(main())
