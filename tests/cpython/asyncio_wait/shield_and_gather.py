import asyncio


async def commit(n):
    await asyncio.sleep(0.03)
    print("committed", n)


async def handler(n):
    inner = asyncio.ensure_future(commit(n))
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("handler", n, "cancelled, waits for the commit")
        await inner
        raise


async def main():
    h = asyncio.gather(*(handler(n) for n in (1, 2)))
    await asyncio.sleep(0.01)
    h.cancel()
    try:
        await h
    except asyncio.CancelledError:
        print("all handlers ended")


asyncio.run(main())
