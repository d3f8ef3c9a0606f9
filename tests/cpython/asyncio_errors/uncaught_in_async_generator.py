import asyncio


async def rows():
    yield 1
    await asyncio.sleep(0)
    yield 1 / 0


async def main():
    async for row in rows():
        print(row)


asyncio.run(main())
