import asyncio


async def sleeper(ms):
    await asyncio.sleep(ms / 1000)
    print(ms, end=" ")


async def main():
    numbers = [90, 30, 150, 60, 0, 120]
    await asyncio.gather(*map(sleeper, numbers))
    print("sorted!")


asyncio.run(main())
