import asyncio


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0.01).__await__()
        return self.value


async def coro():
    return "coroutine"


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.ensure_future(coro())
    print(type(t).__name__, await t)
    print(asyncio.ensure_future(t) is t)
    f = loop.create_future()
    print(asyncio.ensure_future(f) is f)
    w = asyncio.ensure_future(Later("awaitable"))
    print(type(w).__name__, await w)
    try:
        asyncio.ensure_future(17)
    except TypeError as e:
        print("TypeError:", e)
    for x in (coro, t, f, Later(1), 3):
        print(asyncio.isfuture(x), asyncio.iscoroutine(x), asyncio.iscoroutinefunction(x))
    f.cancel()


asyncio.run(main())
