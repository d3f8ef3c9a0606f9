import asyncio


async def a(n):
    if n == 0:
        raise ValueError("bottom")
    await a(n - 1)


async def main():
    t = asyncio.create_task(a(3))
    await t


asyncio.run(main())
