import asyncio


async def important():
    print("start")
    await asyncio.sleep(0.2)
    print("saved")
    return "done"


async def caller(inner):
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("caller cancelled, inner done:", inner.done())
        raise


async def main():
    inner = asyncio.create_task(important())
    outer = asyncio.create_task(caller(inner))
    await asyncio.sleep(0.1)
    outer.cancel()
    results = await asyncio.gather(outer, inner, return_exceptions=True)
    print([type(r).__name__ if isinstance(r, BaseException) else r for r in results])


asyncio.run(main())
