import asyncio


async def job(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print("finishes", name)
    return name


async def main():
    tasks = [asyncio.create_task(job(n, t)) for n, t in (("a", 2), ("b", 1), ("c", 1), ("d", 3))]
    for nxt in asyncio.as_completed(tasks):
        print("  yielded", await nxt)


asyncio.run(main())
