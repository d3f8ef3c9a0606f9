import asyncio

TEXT = """alpha 1
beta 2

gamma 3
"""


class AsyncFile:
    def __init__(self, text):
        self.lines = text.splitlines(keepends=True)

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *exc):
        self.lines = None

    def __aiter__(self):
        return self._generate()

    async def _generate(self):
        for line in self.lines:
            await asyncio.sleep(0)
            yield line


async def main():
    total = 0
    async with AsyncFile(TEXT) as f:
        async for line in f:
            if not line.strip():
                print("(blank)")
                continue
            name, value = line.split()
            total += int(value)
            print(f"{name:<6}|{value:>3}")
    print("total", total)


asyncio.run(main())
