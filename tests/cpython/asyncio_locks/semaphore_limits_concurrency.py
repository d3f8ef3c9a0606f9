import asyncio

running = 0
peak = 0


async def download(n, sem):
    global running, peak
    async with sem:
        running += 1
        peak = max(peak, running)
        await asyncio.sleep(0.01)
        running -= 1
    return n


async def main():
    sem = asyncio.Semaphore(3)
    results = await asyncio.gather(*(download(n, sem) for n in range(10)))
    print(results)
    print("peak", peak, "value back:", not sem.locked())


asyncio.run(main())
