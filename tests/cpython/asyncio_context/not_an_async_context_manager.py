import asyncio
from contextlib import contextmanager


@contextmanager
def plain():
    yield


class Half:
    async def __aenter__(self):
        return self


async def main():
    for thing in (plain(), Half(), 3):
        try:
            async with thing:
                pass
        except TypeError as e:
            print(e)
    try:
        with asyncio.Lock():
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
