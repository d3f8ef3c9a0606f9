import asyncio
import time


def blocking_io(n):
    time.sleep(0.05 * (n + 1))
    return n * n


async def main():
    start = time.monotonic()
    print(await asyncio.gather(*(asyncio.to_thread(blocking_io, n) for n in range(4))))
    print("about", round(time.monotonic() - start, 1) < 0.45, "in parallel")


asyncio.run(main())
