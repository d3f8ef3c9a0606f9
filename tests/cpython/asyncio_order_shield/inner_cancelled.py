import asyncio


async def main():
    inner = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    print("outer before a turn:", outer.cancelled())
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled with it:", outer.cancelled())


asyncio.run(main())
