import asyncio
from concurrent.futures import Executor, Future


class Inline(Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        print("submitted", fn.__name__, args)
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as e:
            future.set_exception(e)
        return future


async def main():
    loop = asyncio.get_running_loop()
    with Inline() as pool:
        print(await loop.run_in_executor(pool, sorted, [3, 1, 2]))
        try:
            await loop.run_in_executor(pool, int, "x")
        except ValueError as e:
            print("ValueError:", e)
        print(list(pool.map(abs, [-1, -2])))


asyncio.run(main())
