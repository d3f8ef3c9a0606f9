import asyncio


async def job(n, sem, active):
    async with sem:
        active.append(n)
        print("start", n, "active", active)
        await asyncio.sleep(0.02)
        active.remove(n)
        print("end", n)


async def main():
    sem = asyncio.Semaphore(2)
    active = []
    await asyncio.gather(*(job(n, sem, active) for n in range(5)))


asyncio.run(main())
