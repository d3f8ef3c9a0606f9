import asyncio


async def main():
    q = asyncio.Queue()
    reader = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.put_nowait(1)
    q.put_nowait(2)
    reader.cancel()
    try:
        print("first reader got", await reader)
    except asyncio.CancelledError:
        print("first reader cancelled, second gets", await q.get())

    q = asyncio.Queue()
    readers = [asyncio.create_task(q.get()) for _ in range(3)]
    await asyncio.sleep(0)
    q.put_nowait(1)
    q.put_nowait(2)
    readers[0].cancel()
    results = await asyncio.gather(*readers, return_exceptions=True)
    print([r if isinstance(r, int) else type(r).__name__ for r in results])


asyncio.run(main())
