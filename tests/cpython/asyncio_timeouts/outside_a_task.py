import asyncio


async def enters():
    try:
        async with asyncio.timeout(1):
            pass
    except RuntimeError as e:
        print("RuntimeError:", e)


coro = enters()
try:
    coro.send(None)
except (StopIteration, RuntimeError) as e:
    print("ended with", type(e).__name__, e)
