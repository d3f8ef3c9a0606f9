import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    time.sleep(0.03)
    print("start", n)
    time.sleep(0.03)
    print("finish", n)
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        futures = [loop.run_in_executor(pool, crunch, n) for n in range(3)]
        print("all submitted")
        async for f in Completed(futures):
            print("got", await f)


class Completed:
    def __init__(self, futures):
        self.it = asyncio.as_completed(futures)

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self.it)
        except StopIteration:
            raise StopAsyncIteration


asyncio.run(main())
