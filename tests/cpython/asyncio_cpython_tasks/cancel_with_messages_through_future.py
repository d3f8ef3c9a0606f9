import asyncio


async def sleeper():
    await asyncio.sleep(10)


async def coro(args):
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel(*args)
    await task


for args in ((), (None,), ("my message",), (5,)):
    try:
        asyncio.run(coro(args))
    except asyncio.CancelledError as e:
        print(args, "->", type(e).__name__, e.args)
