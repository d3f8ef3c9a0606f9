import asyncio


class NotAwaitable:
    pass


class BadAwait:
    def __await__(self):
        return [1, 2]


class CoroAwait:
    def __await__(self):
        return asyncio.sleep(0)


class Good:
    def __await__(self):
        yield
        return "good"


class BadYield:
    def __await__(self):
        yield 42


async def twice():
    return 1


async def main():
    for x in (None, 1, NotAwaitable(), BadAwait(), CoroAwait(), twice, Good(), BadYield()):
        try:
            print(await x)
        except (TypeError, RuntimeError) as e:
            print(type(e).__name__, e)
    c = twice()
    print(await c)
    try:
        await c
    except RuntimeError as e:
        print(e)
    try:
        async with NotAwaitable():
            pass
    except TypeError as e:
        print(e)
    try:
        async for _ in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        with asyncio.Lock():
            pass
    except TypeError as e:
        print(e)
    try:
        for _ in asyncio.sleep(0):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
