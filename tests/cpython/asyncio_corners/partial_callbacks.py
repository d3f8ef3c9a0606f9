import asyncio
import functools


def callback(*args, **kwargs):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(functools.partial(callback))
    print(future)
    future.add_done_callback(functools.partial(callback, 1, k=2))
    print(future)
    print(loop.call_soon(functools.partial(callback, 1), 5))
    print(loop.call_soon(functools.partial(functools.partial(callback, "x"), 1), 5))


asyncio.run(main())
