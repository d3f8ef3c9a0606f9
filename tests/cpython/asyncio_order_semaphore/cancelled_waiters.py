import asyncio


async def waiter(n, sem):
    try:
        await sem.acquire()
        print(n, "acquired")
    except asyncio.CancelledError:
        print(n, "cancelled")


async def main():
    sem = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(waiter(n, sem)) for n in range(4)]
    await asyncio.sleep(0)
    sem.release()
    tasks[0].cancel()
    tasks[2].cancel()
    sem.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([t.done() for t in tasks])
    sem.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([t.done() for t in tasks], sem.locked())


asyncio.run(main())
