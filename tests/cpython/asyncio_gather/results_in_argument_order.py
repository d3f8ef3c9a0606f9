import asyncio


async def double(n):
    await asyncio.sleep(0.1 - n * 0.02)
    print("finished", n)
    return n * 2


async def main():
    print(await asyncio.gather(*[double(n) for n in range(4)]))
    print(await asyncio.gather())


asyncio.run(main())
