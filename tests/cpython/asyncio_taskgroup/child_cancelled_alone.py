import asyncio


async def sleeper(n):
    await asyncio.sleep(n)
    return n


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(sleeper(0.02))
        b = tg.create_task(sleeper(10))
        await asyncio.sleep(0)
        b.cancel()
    print("a cancelled child does not fail the group")
    print(a.result(), b.cancelled())


asyncio.run(main())
