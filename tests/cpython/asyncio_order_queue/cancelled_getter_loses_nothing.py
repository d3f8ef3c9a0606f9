import asyncio


async def getter(name, q):
    try:
        print(name, "got", await q.get())
    except asyncio.CancelledError:
        print(name, "cancelled")


async def main():
    q = asyncio.Queue()
    a = asyncio.create_task(getter("a", q))
    b = asyncio.create_task(getter("b", q))
    await asyncio.sleep(0)
    q.put_nowait("item")  # wakes a
    a.cancel()            # a will not take it
    await asyncio.gather(a, b)
    print("left:", q.qsize())


asyncio.run(main())
