import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def ticker(log):
    for i in range(3):
        log.append(f"tick {i}")
        await asyncio.sleep(0.1)


async def main():
    log = []
    task = asyncio.create_task(ticker(log))
    await asyncio.sleep(0)
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(time.sleep, 0.15)
        future.result()  # blocks the loop
        log.append("blocked")
        await asyncio.wrap_future(pool.submit(time.sleep, 0.05))
        log.append("awaited")
    await task
    print(log)


asyncio.run(main())
