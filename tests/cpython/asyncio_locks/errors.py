import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as e:
        print("Lock:", e)
    sem = asyncio.BoundedSemaphore(1)
    try:
        sem.release()
    except ValueError as e:
        print("BoundedSemaphore:", e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print("Semaphore:", e)
    cond = asyncio.Condition()
    for call in (cond.notify, cond.notify_all):
        try:
            call()
        except RuntimeError as e:
            print("Condition:", e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print("Condition:", e)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print("Barrier:", e)


asyncio.run(main())
