import asyncio


async def main():
    sem, log = asyncio.Semaphore(1), []

    async def greedy(n):
        await sem.acquire()
        log.append(n)
        sem.release()
        await sem.acquire()
        log.append(n)
        sem.release()

    await sem.acquire()
    tasks = [asyncio.create_task(greedy(n)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    sem.release()
    await asyncio.gather(*tasks)
    print(log, sem.locked())


asyncio.run(main())
