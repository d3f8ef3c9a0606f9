import asyncio
import re


def show(x):
    print(re.sub(r"0x[0-9a-f]+", "0x..", repr(x)))


async def main():
    lock = asyncio.Lock()
    show(lock)
    await lock.acquire()
    show(lock)
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    show(lock)
    waiting.cancel()
    sem = asyncio.Semaphore(3)
    show(sem)
    await sem.acquire()
    show(sem)
    show(asyncio.BoundedSemaphore(0))
    event = asyncio.Event()
    show(event)
    event.set()
    show(event)
    show(asyncio.Condition())
    show(asyncio.Barrier(2))


asyncio.run(main())
