import asyncio


async def important():
    print("important: start")
    await asyncio.sleep(0.1)
    print("important: end")
    return 99


async def caller(inner):
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("caller: cancelled")
        raise


async def main():
    inner = asyncio.create_task(important())
    t = asyncio.create_task(caller(inner))
    await asyncio.sleep(0.02)
    t.cancel()
    await asyncio.wait([t])
    print("caller cancelled:", t.cancelled(), "inner done:", inner.done())
    print(await inner)


asyncio.run(main())
