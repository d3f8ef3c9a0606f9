import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def worker():
        time.sleep(0.03)
        future.set_result("set from a thread, and the loop does not notice")

    threading.Thread(target=worker).start()
    start = loop.time()
    asyncio.create_task(asyncio.sleep(0.15))  # what wakes the loop
    print(await future)
    print("noticed only when the timer woke the loop:", loop.time() - start > 0.12)


asyncio.run(main())
