import asyncio
import concurrent.futures
import threading


async def add(a, b, fail=False, cancel=False):
    await asyncio.sleep(0.02)
    if fail:
        raise RuntimeError("Fail!")
    if cancel:
        asyncio.current_task().cancel()
        await asyncio.sleep(0)
    return a + b


def target(loop, log, **options):
    timeout = options.pop("timeout", None)
    future = asyncio.run_coroutine_threadsafe(add(1, 2, **options), loop)
    try:
        log.append(future.result(timeout))
    except BaseException as e:
        log.append(f"{type(e).__name__} {e}")
        future.cancel()


async def main():
    loop, log = asyncio.get_running_loop(), []
    for options in ({}, {"fail": True}, {"cancel": True}, {"timeout": 0.001}):
        await loop.run_in_executor(None, lambda: target(loop, log, **options))
    print(log)
    await asyncio.sleep(0.05)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
