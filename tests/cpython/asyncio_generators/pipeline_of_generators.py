import asyncio


async def source(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def only(predicate, items):
    async for x in items:
        if predicate(x):
            yield x


async def apply(function, items):
    async for x in items:
        yield await function(x)


async def slow_square(x):
    await asyncio.sleep(0.005)
    return x * x


async def take(n, items):
    if n <= 0:
        return
    async for x in items:
        yield x
        n -= 1
        if not n:
            break


async def main():
    odd = only(lambda x: x % 2, source(100))
    print([x async for x in take(4, apply(slow_square, odd))])


asyncio.run(main())
