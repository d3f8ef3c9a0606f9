import asyncio


async def fetch():
    await asyncio.sleep(0.01)
    return 5


async def main():
    result = fetch()
    print(type(result).__name__)
    print(result + 1)


asyncio.run(main())
