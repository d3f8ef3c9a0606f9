import asyncio
import functools
import time


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await function(*args, **kwargs)
        finally:
            print(f"{function.__name__} took {time.perf_counter() - start:.1f}s")
    return wrapper


@timed
async def short():
    await asyncio.sleep(0.1)


@timed
async def both():
    await asyncio.gather(short(), asyncio.sleep(0.3))
    return "both"


print(asyncio.run(both()))
