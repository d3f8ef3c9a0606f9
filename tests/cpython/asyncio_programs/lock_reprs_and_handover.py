import asyncio


def tail(x):
    return str(x).split(" [")[-1].rstrip("]>")


async def holder(lock, name, log):
    async with lock:
        log.append(name)
        await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    print(tail(lock))
    log = []
    await lock.acquire()
    ts = [asyncio.create_task(holder(lock, n, log)) for n in "abc"]
    await asyncio.sleep(0)
    print(tail(lock))
    ts[0].cancel()
    lock.release()
    print(lock.locked(), tail(lock))
    # barging: the lock looks free, but waiters come first
    t = asyncio.create_task(holder(lock, "late", log))
    await asyncio.gather(*ts, t, return_exceptions=True)
    print(log)
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    e = asyncio.Event()
    print(tail(e))
    w = asyncio.create_task(e.wait())
    await asyncio.sleep(0)
    print(tail(e))
    e.set()
    print(await w, tail(e))
    q = asyncio.Queue(3)
    q.put_nowait(1)
    print(q, tail(asyncio.Condition()), tail(asyncio.Semaphore(3)), tail(asyncio.Barrier(2)))
    print(asyncio.LifoQueue(), asyncio.PriorityQueue(2))


asyncio.run(main())
