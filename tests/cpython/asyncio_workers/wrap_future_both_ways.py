import asyncio
import concurrent.futures
import time


def boom():
    time.sleep(0.02)
    raise ValueError("boom")


async def main():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await asyncio.wrap_future(pool.submit(pow, 2, 10)))
        try:
            await asyncio.wrap_future(pool.submit(boom))
        except ValueError as e:
            print("ValueError:", e)
        blocker = pool.submit(time.sleep, 0.1), pool.submit(time.sleep, 0.1)
        inner = pool.submit(print, "never runs")
        wrapped = asyncio.wrap_future(inner)
        wrapped.cancel()
        await asyncio.sleep(0)
        print(inner.cancelled(), wrapped.cancelled())
        inner = pool.submit(print, "never runs")
        wrapped = asyncio.wrap_future(inner)
        inner.cancel()
        await asyncio.sleep(0.02)
        print(wrapped.done(), wrapped.cancelled())
    same = asyncio.get_running_loop().create_future()
    print(asyncio.wrap_future(same) is same)
    same.set_result(None)
    try:
        asyncio.wrap_future(42)
    except AssertionError as e:
        print("AssertionError:", e)
    try:
        asyncio.run_coroutine_threadsafe(print, asyncio.get_running_loop())
    except TypeError as e:
        print("TypeError:", e)


asyncio.run(main())
