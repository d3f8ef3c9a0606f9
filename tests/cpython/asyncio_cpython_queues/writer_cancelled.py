import asyncio


async def main():
    q = asyncio.Queue(1)
    q.put_nowait(1)
    writer = asyncio.create_task(q.put(2))
    await asyncio.sleep(0)
    print(q.get_nowait())
    writer.cancel()
    try:
        await writer
        print("it was put")
    except asyncio.CancelledError:
        print("cancelled; once more")
        await q.put(2)
    print(q.get_nowait(), q.qsize(), len(q._putters))


asyncio.run(main())
