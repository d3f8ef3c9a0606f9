import asyncio


async def main():
    print("waiting")
    async with asyncio.timeout(0.02):
        await asyncio.sleep(1)


asyncio.run(main())
