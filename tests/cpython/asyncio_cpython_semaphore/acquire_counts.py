import asyncio


async def main():
    sem, got = asyncio.Semaphore(3), []
    print(await sem.acquire(), await sem.acquire(), sem.locked())

    async def client(n):
        await sem.acquire()
        got.append(n)
        return True

    tasks = [asyncio.create_task(client(n)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    print(got, sem.locked(), len(sem._waiters), sem._value)
    tasks.append(asyncio.create_task(client(4)))
    sem.release()
    sem.release()
    print(sem._value)
    await asyncio.sleep(0)
    print(got, sem.locked(), len(sem._waiters), sem._value)
    sem.release()
    print(await asyncio.gather(*tasks))


asyncio.run(main())
