import asyncio


async def n(x):
    await asyncio.sleep(0)
    return x


async def main():
    print(await n(2) ** await n(3))
    print(-await n(2) + await n(5) * await n(4))
    print((await n([1, 2, 3]))[await n(1)], (await n("abc")).upper())
    print(await n(1) < await n(2) < await n(3), not await n(0))
    print(await n(0) or await n("right"), await n(0) and await n("never"))
    print([await n(i) if await n(i % 2) else "even" for i in range(4)])
    x = {await n("k"): await n("v")}
    x["sum"] = (await n(1), await n(2))
    print(x, f"{await n('f')!r:>5}")
    if (y := await n(10)) > 5:
        print("walrus", y)
    assert await n(True), await n("message")


asyncio.run(main())
