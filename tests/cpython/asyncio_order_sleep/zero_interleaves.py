import asyncio


async def counter(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "end")


async def main():
    await asyncio.gather(counter("a", 3), counter("b", 1), counter("c", 4))


asyncio.run(main())
