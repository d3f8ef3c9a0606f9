import asyncio


async def leaf(n):
    await asyncio.sleep(0.01 * n)
    return n


async def main():
    g = asyncio.gather(leaf(1), asyncio.gather(leaf(2), leaf(3)), asyncio.sleep(0, "s"))
    print(type(g).__name__, g)
    print(await g)
    print(g)
    g = asyncio.gather(leaf(1), return_exceptions=True)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print(g)


asyncio.run(main())
