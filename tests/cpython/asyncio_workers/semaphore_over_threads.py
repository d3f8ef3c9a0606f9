import asyncio
import time

running = peak = 0


def job(n):
    global running, peak
    running += 1
    peak = max(peak, running)
    time.sleep(0.05 + 0.03 * n)
    running -= 1
    return n


async def limited(n, semaphore):
    async with semaphore:
        return await asyncio.to_thread(job, n)


async def main():
    semaphore = asyncio.Semaphore(2)
    print(await asyncio.gather(*(limited(n, semaphore) for n in range(5))))
    print("peak", peak)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.to_thread(job, n)) for n in range(3)])
    print(sorted(t.result() for t in done), len(pending))


asyncio.run(main())
