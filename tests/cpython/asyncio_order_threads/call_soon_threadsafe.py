import asyncio
import threading
import time


def worker(loop, future):
    for i in range(3):
        time.sleep(0.02)
        loop.call_soon_threadsafe(print, "from thread", i)
    loop.call_soon_threadsafe(future.set_result, "thread is done")


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    thread = threading.Thread(target=worker, args=(loop, fut))
    thread.start()
    print(await fut)
    thread.join()


asyncio.run(main())
