import asyncio


def fetch():
    return 5


async def main():
    print(await fetch())


asyncio.run(main())
