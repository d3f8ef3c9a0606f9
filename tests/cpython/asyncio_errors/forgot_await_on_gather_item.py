import asyncio


async def one():
    return 1


async def main():
    try:
        await asyncio.gather(one(), 2)
    except TypeError as e:
        print("TypeError:", e)


asyncio.run(main())
