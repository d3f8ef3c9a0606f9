import asyncio


async def main():
    q = asyncio.Queue(2)
    log = []

    async def putter(item):
        await q.put(item)
        log.append(f"put {item}")

    async def getter():
        await asyncio.sleep(0)
        for _ in range(q.qsize()):
            log.append(f"got {q.get_nowait()}")

    async with asyncio.TaskGroup() as tg:
        tg.create_task(getter())
        for i in range(4):
            tg.create_task(putter(i))
    print(log, q.qsize())


asyncio.run(main())
