import asyncio


async def letters():
    for c in "abc":
        yield c


async def other():
    print("other task")


async def main():
    t = asyncio.create_task(other())
    async for c in letters():
        print(c)
    print("loop over, other ran:", t.done())
    print([c async for c in letters()], t.done())
    await t


asyncio.run(main())
