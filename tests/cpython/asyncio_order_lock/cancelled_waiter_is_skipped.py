import asyncio


async def waiter(name, lock):
    try:
        async with lock:
            print(name, "in")
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(name, "gave up")
        raise


async def main():
    lock = asyncio.Lock()
    async with lock:
        tasks = [asyncio.create_task(waiter(n, lock)) for n in "abcd"]
        await asyncio.sleep(0)
        tasks[1].cancel()
        await asyncio.sleep(0)
        tasks[0].cancel()
        print("leaving")
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
