import asyncio


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def numbers():
    for i in range(4):
        yield i


async def main():
    print([await double(x) for x in range(3)])
    print({x: await double(x) for x in range(3)})
    print([await double(x) async for x in numbers() if await double(x) > 2])
    gen = (await double(x) async for x in numbers())
    print(type(gen).__name__, [x async for x in gen])
    print(sum([x async for x in numbers()]), sorted([-x async for x in numbers()]))
    nested = [[await double(y) for y in range(x)] async for x in numbers()]
    print(nested)


asyncio.run(main())
