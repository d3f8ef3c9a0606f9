import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

finished = []


def job(n):
    time.sleep(0.05)
    finished.append(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    start = time.perf_counter()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        got = await asyncio.gather(*(loop.run_in_executor(pool, job, n) for n in range(6)))
    took = time.perf_counter() - start
    print(got, 0.14 < took < 0.29)
    print(sorted(finished))


asyncio.run(main())
