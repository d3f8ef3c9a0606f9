import asyncio


class Stream:
    def __init__(self, *items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        return self.items.pop(0)

    async def __aenter__(self):
        print("stream opens")
        return self

    async def __aexit__(self, kind, value, tb):
        print("stream closes with", len(self.items), "left")

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return f"stream of {len(self.items)}"


async def main():
    async with Stream(1, 2, 3) as s:
        print(await s)
        async for item in s:
            if item == 2:
                break
    print([x async for x in Stream(*"xyz")])


asyncio.run(main())
