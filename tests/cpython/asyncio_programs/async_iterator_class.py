import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.n -= 1
        return self.n


async def agen(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def main():
    async for x in Countdown(3):
        print(x, end=" ")
    else:
        print("else")
    print([x async for x in Countdown(4) if x % 2])
    print({x: y async for x in agen(2) async for y in agen(2)})
    print([await asyncio.sleep(0, i) for i in range(3)])
    print(await anext(Countdown(0), "empty"))
    print(sum([x async for x in (y * 2 async for y in agen(4))]))
    it = aiter(agen(1))
    print(await anext(it))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("exhausted")


asyncio.run(main())
