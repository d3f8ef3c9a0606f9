import asyncio
import threading
import time

lock = threading.Lock()


def hold():
    with lock:
        print("thread has the lock")
        time.sleep(0.1)
    print("thread let go")


async def ticker():
    for i in range(3):
        print("tick", i)
        await asyncio.sleep(0.04)


async def main():
    ticking = asyncio.create_task(ticker())
    holding = asyncio.create_task(asyncio.to_thread(hold))
    await asyncio.sleep(0.01)
    print("a thread waits for the lock, the loop goes on")
    await asyncio.to_thread(lock.acquire)
    lock.release()
    await asyncio.gather(ticking, holding)
    holding = asyncio.create_task(asyncio.to_thread(hold))
    await asyncio.sleep(0.02)
    with lock:
        print("the loop itself waited")
    await holding


asyncio.run(main())
