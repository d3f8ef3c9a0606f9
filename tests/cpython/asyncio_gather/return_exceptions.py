import asyncio


async def divide(a, b):
    await asyncio.sleep(0)
    return a / b


async def cancelled():
    raise asyncio.CancelledError("on purpose")


async def main():
    results = await asyncio.gather(
        divide(1, 2), divide(1, 0), cancelled(), divide("a", 1), return_exceptions=True
    )
    for r in results:
        print(type(r).__name__, r)


asyncio.run(main())
