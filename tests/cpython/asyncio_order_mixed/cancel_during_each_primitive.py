import asyncio


async def on(what, awaitable):
    try:
        await awaitable
    except asyncio.CancelledError:
        print("cancelled on", what)
        raise


async def main():
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [
        asyncio.create_task(on("sleep", asyncio.sleep(9))),
        asyncio.create_task(on("event", asyncio.Event().wait())),
        asyncio.create_task(on("queue", asyncio.Queue().get())),
        asyncio.create_task(on("lock", lock.acquire())),
        asyncio.create_task(on("semaphore", asyncio.Semaphore(0).acquire())),
        asyncio.create_task(on("future", loop.create_future())),
        asyncio.create_task(on("gather", asyncio.gather(asyncio.sleep(9)))),
        asyncio.create_task(on("wait_for", asyncio.wait_for(asyncio.sleep(9), 9))),
        asyncio.create_task(on("barrier", asyncio.Barrier(2).wait())),
    ]
    await asyncio.sleep(0)
    for t in tasks:
        t.cancel()
    await asyncio.wait(tasks)
    print(all(t.cancelled() for t in tasks), lock.locked())


asyncio.run(main())
