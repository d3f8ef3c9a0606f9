import asyncio


async def getter(name, q):
    while True:
        item = await q.get()
        if item is None:
            print(name, "stops")
            return
        print(name, "takes", item)


async def main():
    q = asyncio.Queue()
    workers = [asyncio.create_task(getter(n, q)) for n in "abc"]
    await asyncio.sleep(0)
    for i in range(7):
        q.put_nowait(i)
    for _ in workers:
        q.put_nowait(None)
    await asyncio.gather(*workers)


asyncio.run(main())
