import asyncio


async def ok(n, d):
    try:
        await asyncio.sleep(d)
        print("ok", n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def bad(d):
    await asyncio.sleep(d)
    raise ValueError("bad")


async def main():
    try:
        await asyncio.gather(ok(1, 0.1), bad(0.2), ok(3, 0.3))
    except ValueError as e:
        print("caught", e)
    await asyncio.sleep(0.2)
    print(await asyncio.gather(ok(1, 0.1), bad(0.2), ok(3, 0.3), return_exceptions=True))
    g = asyncio.gather(ok(4, 1), ok(5, 1))
    await asyncio.sleep(0)
    print(g.cancel("stop all"), g.done())
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather cancelled", e.args)
    print(await asyncio.gather())
    c = ok(6, 0)
    print(await asyncio.gather(c, c))


asyncio.run(main())
