import asyncio
import traceback


async def nested():
    await asyncio.sleep(10)  # interrupted here


async def coro():
    task = asyncio.create_task(nested())
    await asyncio.sleep(0)
    task.cancel()
    await task  # and seen here


try:
    asyncio.run(coro())
except asyncio.CancelledError:
    text = traceback.format_exc()
    for line in ("# interrupted here", "# and seen here"):
        print(line, line in text)
