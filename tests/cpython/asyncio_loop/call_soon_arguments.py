import asyncio
import functools


def show(*args, **kwargs):
    print(args, kwargs)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(show)
    loop.call_soon(show, 1, 2)
    loop.call_soon(functools.partial(show, key="word"))
    handle = loop.call_later(0.01, show, "later")
    print(type(handle).__name__, handle.when() >= loop.time() - 1, handle.cancelled())
    print(type(loop.call_soon(show, "x")).__name__)
    await asyncio.sleep(0.03)
    try:
        loop.call_later(None, show)
    except TypeError as e:
        print("TypeError:", e)
    try:
        loop.call_at(None, show)
    except TypeError as e:
        print("TypeError:", e)


asyncio.run(main())
