import asyncio


async def fetch(n):
    await asyncio.sleep(0.06 * n)
    return n


async def main():
    results = {}
    try:
        async with asyncio.timeout(0.32):
            for n in (1, 5, 2, 4, 1):
                try:
                    async with asyncio.timeout(0.2):
                        results[n] = await fetch(n)
                except TimeoutError:
                    results[n] = "too slow"
    except TimeoutError:
        print("total time is up")
    print(results)


asyncio.run(main())
