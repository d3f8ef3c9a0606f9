import asyncio
import threading


async def compute(n):
    await asyncio.sleep(0.01)
    if n < 0:
        raise ValueError("negative")
    return n * 2


def client(loop, results):
    future = asyncio.run_coroutine_threadsafe(compute(21), loop)
    results.append(future.result(timeout=2))
    future = asyncio.run_coroutine_threadsafe(compute(-1), loop)
    try:
        future.result(timeout=2)
    except ValueError as e:
        results.append(repr(e))
    results.append(type(future).__module__)


async def main():
    results = []
    thread = threading.Thread(target=client, args=(asyncio.get_running_loop(), results))
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.01)
    print(results)


asyncio.run(main())
