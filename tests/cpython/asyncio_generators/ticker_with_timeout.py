import asyncio


async def ticker(delay):
    n = 0
    while True:
        yield n
        n += 1
        await asyncio.sleep(delay)


async def main():
    seen = []
    try:
        async with asyncio.timeout(0.35):
            async for n in ticker(0.1):
                seen.append(n)
    except TimeoutError:
        print("time is up", seen)


asyncio.run(main())
