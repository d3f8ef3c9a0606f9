import asyncio


class Slow:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print(self.name, "enter 1")
        await asyncio.sleep(0)
        print(self.name, "enter 2")
        return self

    async def __aexit__(self, *exc):
        print(self.name, "exit 1")
        await asyncio.sleep(0)
        print(self.name, "exit 2")


async def use(name):
    async with Slow(name) as s:
        print(s.name, "body")


async def main():
    await asyncio.gather(use("a"), use("b"))
    print("--")
    async with Slow("outer"), Slow("inner"):
        print("both")


asyncio.run(main())
