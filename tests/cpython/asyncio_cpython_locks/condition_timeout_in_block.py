import asyncio


async def main():
    cond = asyncio.Condition()
    async with cond:
        try:
            await asyncio.wait_for(cond.wait(), timeout=0.03)
        except asyncio.TimeoutError:
            print("timed out, the lock is held again:", cond.locked())
    print(cond.locked())


asyncio.run(main())
