import asyncio


async def gen():
    yield 1


async def main():
    g = gen()
    try:
        await g.asend("hello")
    except TypeError as e:
        print(e)
    try:
        for x in g:
            pass
    except TypeError as e:
        print(e)
    try:
        async for x in [1, 2]:
            pass
    except TypeError as e:
        print(e)
    try:
        await g
    except TypeError as e:
        print(e)

    class Bad:
        def __aiter__(self):
            return self

        def __anext__(self):
            return 5

    try:
        async for x in Bad():
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
