import asyncio


async def resource(name):
    print("open", name)
    try:
        for i in range(10):
            yield f"{name}{i}"
    finally:
        await asyncio.sleep(0.01)
        print("close", name)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0.01)
        return self.n


async def merge(*gens):
    for g in gens:
        async for x in g:
            yield x


async def main():
    async for x in resource("a"):
        print(x)
        break
    print("left the loop")
    await asyncio.sleep(0.3)
    async for x in Countdown(3):
        print("down", x)
    print([x async for x in merge(Countdown(2), Countdown(1))])
    g = resource("b")
    print(await anext(g))
    await g.aclose()
    global kept
    kept = resource("c")
    print(await anext(kept))
    print("main ends with an open generator")


asyncio.run(main())
print("after run")
