import asyncio
import threading
import time


def work(name, seconds):
    time.sleep(seconds)  #: work
    is_main = threading.current_thread() is threading.main_thread()
    print(f"{name} worked on the main thread: {is_main}")  #: worked


async def as_task(name, seconds):
    work(name, seconds)  # en: no await anywhere in it  # zh: 里面没有任何 await


async def timed(what, *awaitables):
    start = time.monotonic()
    await asyncio.gather(*awaitables)  #: gather
    print(f"{what}: {time.monotonic() - start:.1f} s")  #: took


async def main():
    await timed("two tasks", as_task("a", 1), as_task("b", 1.5))
    await timed("two sleeps", asyncio.sleep(1), asyncio.sleep(1.5))
    await timed("two threads", asyncio.to_thread(work, "c", 1), asyncio.to_thread(work, "d", 1.5))


asyncio.run(main())
