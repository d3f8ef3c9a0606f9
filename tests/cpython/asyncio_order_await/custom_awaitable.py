import asyncio


class Turns:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for i in range(self.n):
            print("  turn", i)
            yield
        return self.n


async def other():
    for i in range(3):
        print("other", i)
        await asyncio.sleep(0)


async def main():
    t = asyncio.create_task(other())
    print("result", await Turns(2))
    print("result", await Turns(0))
    await t


asyncio.run(main())
