import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

done = []


def job(n):
    time.sleep(0.05)
    done.append(n)


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as pool:
        first = loop.run_in_executor(pool, job, "first")
        second = loop.run_in_executor(pool, job, "second")
        await asyncio.sleep(0.01)
        print("cancel queued job:", second.cancel())
        print("cancel running job:", first.cancel(), first.cancelled())
        try:
            await first
        except asyncio.CancelledError:
            print("the waiter is freed at once, done:", done)
    print("but the thread finished:", done)


asyncio.run(main())
