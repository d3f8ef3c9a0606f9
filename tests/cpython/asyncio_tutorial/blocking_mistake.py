import asyncio
import time


async def bad(n):
    time.sleep(0.1)
    return n


async def good(n):
    await asyncio.sleep(0.1)
    return n


async def threaded(n):
    await asyncio.to_thread(time.sleep, 0.08 + 0.04 * n)
    return n


async def main():
    for function in (bad, good, threaded):
        start = time.perf_counter()
        await asyncio.gather(*(function(n) for n in range(3)))
        slow = time.perf_counter() - start > 0.25
        print(f"{function.__name__:<9}{'blocks the loop' if slow else 'runs concurrently'}")


asyncio.run(main())
