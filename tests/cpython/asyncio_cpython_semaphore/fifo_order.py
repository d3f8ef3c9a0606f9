import asyncio


async def main():
    sem, log = asyncio.Semaphore(1), []

    async def client(name):
        await sem.acquire()
        log.append(f"{name} 1")
        await asyncio.sleep(0.01)
        sem.release()
        await sem.acquire()
        log.append(f"{name} 2")
        await asyncio.sleep(0.01)
        sem.release()

    async with asyncio.TaskGroup() as tg:
        for name in ("c1", "c2", "c3"):
            tg.create_task(client(name))
    print(log)


asyncio.run(main())
