import asyncio


async def waiter(n, sem):
    await sem.acquire()
    print("acquired", n)


async def main():
    sem = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(waiter(n, sem)) for n in range(5)]
    await asyncio.sleep(0)
    print("locked:", sem.locked())
    sem.release()
    sem.release()
    print("released two")
    await asyncio.sleep(0)
    print("--")
    for _ in range(4):
        sem.release()
    await asyncio.gather(*tasks)
    print("locked:", sem.locked())


asyncio.run(main())
