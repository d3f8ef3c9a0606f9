import asyncio
import threading
import time


async def add(a, b):
    await asyncio.sleep(0.02)
    return a + b


async def fail():
    await asyncio.sleep(0.02)
    raise KeyError("missing")


def worker(loop, done):
    future = asyncio.run_coroutine_threadsafe(add(2, 3), loop)
    print("worker got", future.result())
    future = asyncio.run_coroutine_threadsafe(fail(), loop)
    try:
        future.result(timeout=1)
    except KeyError as e:
        print("worker caught", repr(e))
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(10, "late"), loop)
    try:
        future.result(timeout=0.05)
    except TimeoutError:
        print("worker gave up;", "cancel:", future.cancel())
    loop.call_soon_threadsafe(done.set)


async def main():
    done = asyncio.Event()
    thread = threading.Thread(target=worker, args=(asyncio.get_running_loop(), done))
    thread.start()
    await done.wait()
    thread.join()
    await asyncio.sleep(0)
    print("tasks left:", len(asyncio.all_tasks()))


asyncio.run(main())
