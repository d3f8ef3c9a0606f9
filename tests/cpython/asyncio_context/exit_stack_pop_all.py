import asyncio
from contextlib import AsyncExitStack


class Res:
    def __init__(self, name, fails=False):
        self.name, self.fails = name, fails

    async def __aenter__(self):
        if self.fails:
            raise OSError(self.name)
        print("open", self.name)
        return self

    async def __aexit__(self, *exc):
        print("close", self.name)


async def open_all(*resources):
    async with AsyncExitStack() as stack:
        for r in resources:
            await stack.enter_async_context(r)
        return stack.pop_all()


async def main():
    stack = await open_all(Res("a"), Res("b"))
    print("kept open")
    await stack.aclose()
    try:
        await open_all(Res("c"), Res("d", fails=True))
    except OSError as e:
        print("OSError", e)


asyncio.run(main())
