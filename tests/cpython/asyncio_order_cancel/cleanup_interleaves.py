import asyncio


async def resource(name, steps):
    try:
        await asyncio.sleep(10)
    finally:
        for i in range(steps):
            print(name, "cleanup", i)
            await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(resource(n, s)) for n, s in (("a", 3), ("b", 1), ("c", 2))]
    await asyncio.sleep(0)
    for t in tasks:
        t.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
