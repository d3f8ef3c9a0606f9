import asyncio


async def user(sem, n, log):
    async with sem:
        log.append(f"in {n}")
        await asyncio.sleep(0.1)
    log.append(f"out {n}")


async def main():
    sem = asyncio.Semaphore(2)
    log = []
    ts = [asyncio.create_task(user(sem, n, log)) for n in range(6)]
    await asyncio.sleep(0.05)
    print(sem.locked(), str(sem).split("[")[1])
    ts[2].cancel()
    ts[0].cancel()
    await asyncio.sleep(0)
    print(str(sem).split("[")[1])
    await asyncio.gather(*ts, return_exceptions=True)
    print(log)
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        pass
    try:
        bounded.release()
    except ValueError as e:
        print(e)


asyncio.run(main())
