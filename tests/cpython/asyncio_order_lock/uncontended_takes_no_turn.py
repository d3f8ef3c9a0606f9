import asyncio


async def other(log):
    log.append("other")


async def main():
    log = []
    lock = asyncio.Lock()
    asyncio.create_task(other(log))
    async with lock:
        log.append("locked")
    await lock.acquire()
    lock.release()
    log.append("again")
    print(log)
    await asyncio.sleep(0)
    print(log)


asyncio.run(main())
