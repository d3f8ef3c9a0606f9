import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def who():
    time.sleep(0.02)
    return threading.current_thread().name


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(who))
    print(sorted(await asyncio.gather(*(loop.run_in_executor(None, who) for _ in range(3)))))
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="mine"))
    print(await asyncio.gather(*(asyncio.to_thread(who) for _ in range(3))))
    try:
        loop.set_default_executor("nonsense")
    except TypeError as e:
        print("TypeError:", e)
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(who)
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
