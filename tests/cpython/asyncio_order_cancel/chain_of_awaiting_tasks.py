import asyncio


async def link(name, inner=None):
    try:
        if inner is None:
            await asyncio.sleep(5)
        else:
            await inner
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "finally")


async def main():
    c = asyncio.create_task(link("c"))
    b = asyncio.create_task(link("b", c))
    a = asyncio.create_task(link("a", b))
    await asyncio.sleep(0)
    a.cancel()
    print([t.cancelling() for t in (a, b, c)])
    try:
        await a
    except asyncio.CancelledError:
        pass
    print([t.cancelled() for t in (a, b, c)])


asyncio.run(main())
