import asyncio


async def getter(q):
    try:
        await q.get()
    except asyncio.QueueShutDown:
        return "getter released"


async def putter(q):
    try:
        await q.put("x")
    except asyncio.QueueShutDown:
        return "putter released"


async def main():
    empty, full = asyncio.Queue(), asyncio.Queue(1)
    full.put_nowait("first")
    tasks = [asyncio.create_task(getter(empty)), asyncio.create_task(putter(full))]
    joiner = asyncio.create_task(full.join())
    await asyncio.sleep(0)
    empty.shutdown()
    full.shutdown(immediate=True)
    print(await asyncio.gather(*tasks))
    await joiner
    print("join is over, size", full.qsize())
    try:
        full.get_nowait()
    except asyncio.QueueShutDown as e:
        print(type(e).__name__)


asyncio.run(main())
