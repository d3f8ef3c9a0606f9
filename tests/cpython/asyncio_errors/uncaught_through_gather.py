import asyncio


async def parse(text):
    await asyncio.sleep(0)
    return int(text)


async def main():
    print(await asyncio.gather(parse("1"), parse("two"), parse("3")))


asyncio.run(main())
