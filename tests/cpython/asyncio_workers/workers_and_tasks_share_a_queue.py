import asyncio
import queue
import threading
import time

jobs, results = queue.Queue(), queue.Queue()


def worker():
    while (job := jobs.get()) is not None:
        time.sleep(0.02)
        results.put(job.upper())


async def collect(count):
    got = []
    while len(got) < count:
        got.append(await asyncio.to_thread(results.get))
    return got


async def main():
    thread = threading.Thread(target=worker)
    thread.start()
    for word in ("alpha", "beta", "gamma"):
        jobs.put(word)
    print(await collect(3))
    jobs.put(None)
    await asyncio.to_thread(thread.join)
    print("worker alive:", thread.is_alive())


asyncio.run(main())
