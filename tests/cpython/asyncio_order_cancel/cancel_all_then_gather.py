import asyncio


async def worker(name):
    n = 0
    try:
        while True:
            n += 1
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(name, "stopped after", n)
        raise


async def main():
    tasks = []
    for name in "abc":
        tasks.append(asyncio.create_task(worker(name)))
        await asyncio.sleep(0)
    for t in reversed(tasks):
        t.cancel()
    print(await asyncio.gather(*(asyncio.wait([t]) for t in tasks)) and "all gone")


asyncio.run(main())
