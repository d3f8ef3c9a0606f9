import asyncio


async def numbers(name, n):
    for i in range(n):
        print("  making", name, i)
        yield i
        await asyncio.sleep(0)


async def consume(name):
    async for i in numbers(name, 3):
        print(name, i)
    print(name, "exhausted")


async def main():
    await asyncio.gather(consume("x"), consume("y"))


asyncio.run(main())
