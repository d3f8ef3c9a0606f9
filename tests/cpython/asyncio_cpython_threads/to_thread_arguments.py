import asyncio
import threading


def func(*args, **kwargs):
    return args, sorted(kwargs.items()), threading.current_thread() is threading.main_thread()


async def main():
    print(await asyncio.to_thread(func, 40, 2, key="word"))

    def fails():
        raise RuntimeError("test")

    try:
        await asyncio.to_thread(fails)
    except RuntimeError as e:
        print(e)
    calls = []
    for n in range(5):
        await asyncio.to_thread(calls.append, n)
    print(calls)


asyncio.run(main())
