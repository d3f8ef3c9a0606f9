import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(name):
    time.sleep(0.02)
    print("begin", name)
    time.sleep(0.02)
    print("end", name)
    return name.upper()


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        futures = [loop.run_in_executor(pool, work, n) for n in "abc"]
        print("submitted", [f.done() for f in futures])
        print(await asyncio.gather(*futures))


asyncio.run(main())
