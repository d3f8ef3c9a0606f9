import asyncio


class Connection:
    def __init__(self, name, fail=False):
        self.name, self.fail = name, fail

    async def __aenter__(self):
        print("connecting", self.name)
        await asyncio.sleep(0.01)
        if self.fail:
            raise ConnectionError(self.name)
        return self

    async def __aexit__(self, kind, error, tb):
        await asyncio.sleep(0.01)
        print("closing", self.name, kind and kind.__name__)
        return kind is KeyError

    def __aiter__(self):
        self.rows = iter(range(3))
        return self

    async def __anext__(self):
        try:
            row = next(self.rows)
        except StopIteration:
            raise StopAsyncIteration
        await asyncio.sleep(0.01)
        return f"{self.name}{row}"


async def early_return():
    async with Connection("r"):
        for i in range(3):
            async with Connection(f"r{i}"):
                if i == 1:
                    return "returned"


async def main():
    async with Connection("a") as a, Connection("b"):
        async for row in a:
            if row == "a1":
                continue
            print(row)
        else:
            print("no break")
    async with Connection("k"):
        raise KeyError("swallowed")
    try:
        async with Connection("v"):
            raise ValueError("seen")
    except ValueError as e:
        print("caught", e)
    try:
        async with (Connection("ok"), Connection("bad", fail=True)):
            print("never")
    except ConnectionError as e:
        print("failed", e)
    print(await early_return())
    print([r async for r in Connection("c")], {r: len(r) async for r in Connection("d") if "1" in r})
    print([[x async for x in Connection(n)] for n in "xy"])
    print(sum([i async for i in agen(4)]), [await asyncio.sleep(0, i) async for i in agen(3) if await asyncio.sleep(0, i % 2 == 0)])


async def agen(n):
    for i in range(n):
        yield i


asyncio.run(main())
