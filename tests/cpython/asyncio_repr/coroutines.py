import asyncio


class Service:
    async def start(self):
        pass

    async def stream(self):
        yield 1


async def outer():
    async def inner():
        pass

    return inner


def name_of(x):
    return repr(x).split(" at 0x")[0] + ">"


async def main():
    s = Service()
    c = s.start()
    print(name_of(c), c.__name__, c.__qualname__)
    c.close()
    g = s.stream()
    print(name_of(g), g.__name__)
    inner = await outer()
    c = inner()
    print(name_of(c))
    await c
    print(name_of(outer), name_of(asyncio.sleep))
    print(name_of(anext(g)))


asyncio.run(main())
