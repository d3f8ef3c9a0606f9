import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def run(arg):
    return arg, threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, run, "yo"))
    pool = ThreadPoolExecutor(max_workers=1)
    loop.set_default_executor(pool)
    print(await loop.run_in_executor(None, run, "custom"))
    try:
        loop.set_default_executor("not a pool")
    except TypeError as e:
        print(e)
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, run, "late")
    except RuntimeError as e:
        print(e)


asyncio.run(main())
