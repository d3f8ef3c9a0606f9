import asyncio
import re


def callback(n):
    pass


def clean(x):
    return re.sub(r"0x[0-9a-f]+|[\w./-]+\.py:\d+|when=[\d.]+", "..", repr(x))


async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(callback, 1)
    print(clean(h))
    h.cancel()
    print(clean(h))
    t = loop.call_later(5, callback, "x")
    print(clean(t))
    t.cancel()
    print(clean(t))
    print(t.cancelled())


asyncio.run(main())
