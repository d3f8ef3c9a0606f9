import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

log = []


def job(name, seconds):
    time.sleep(seconds)
    log.append(name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        try:
            await asyncio.wait_for(loop.run_in_executor(pool, job, "slow", 0.25), timeout=0.05)
        except TimeoutError:
            print("timed out; the thread goes on:", log)
        print(await asyncio.wait_for(loop.run_in_executor(pool, job, "quick", 0.02), timeout=0.1))
        try:
            async with asyncio.timeout(0.03):
                await loop.run_in_executor(pool, job, "late", 0.2)
        except TimeoutError:
            print("timeout block ended:", log)
        shielded = loop.run_in_executor(pool, job, "shielded", 0.1)
        try:
            await asyncio.wait_for(asyncio.shield(shielded), 0.02)
        except TimeoutError:
            print("shielded goes on")
        print(await shielded)
    print(sorted(log))


asyncio.run(main())
