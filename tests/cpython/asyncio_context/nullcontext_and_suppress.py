import asyncio
import contextlib


async def work(lock=None):
    async with lock or contextlib.nullcontext("nothing") as got:
        await asyncio.sleep(0)
        return got


async def main():
    print(await work())
    print(await work(asyncio.Lock()))
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await t
        print("not reached")
    print("suppressed", t.cancelled())


asyncio.run(main())
