import asyncio


async def main():
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    calls = locks = 0

    async def lockit():
        nonlocal calls, locks
        calls += 1
        await lock.acquire()
        locks += 1

    await lock.acquire()
    tasks = [asyncio.create_task(lockit()) for _ in range(3)]
    await asyncio.sleep(0)

    def trigger():
        tasks[0].cancel()
        lock.release()

    loop.call_soon(trigger)
    try:
        await tasks[0]
    except asyncio.CancelledError:
        print("first waiter cancelled")
    print(calls, locks, tasks[1].done(), tasks[2].done())
    tasks[2].cancel()
    await asyncio.sleep(0)
    print(tasks[2].cancelled())


asyncio.run(main())
