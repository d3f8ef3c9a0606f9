import asyncio


async def ticker(n):
    for i in range(n):
        await asyncio.sleep(0.01)
        yield i


async def main():
    async for x in ticker(3):
        print(x)
    print([x async for x in ticker(3)], {x: x * x async for x in ticker(2)}, {x async for x in ticker(2)})
    print([x async for x in ticker(5) if x % 2], [x + y async for x in ticker(2) for y in (10, 20)], [await asyncio.sleep(0, i) for i in range(2)])
    g = ticker(2)
    print(type(g).__name__, await anext(g), await g.__anext__())
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print("stop", repr(e))
    print(await anext(g, "default"))
    gen = (x * 2 async for x in ticker(3))
    print(type(gen).__name__, [x async for x in gen])
    async for x in ticker(3):
        if x == 1:
            break
    else:
        print("not printed")
    async for x in ticker(1):
        pass
    else:
        print("else runs")
    for bad in (lambda: [x for x in ticker(1)], lambda: list(ticker(1)), lambda: iter(ticker(1)), lambda: next(ticker(1)), lambda: len(ticker(1))):
        try:
            bad()
        except TypeError as e:
            print(e)
    try:
        async for x in [1, 2]:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
