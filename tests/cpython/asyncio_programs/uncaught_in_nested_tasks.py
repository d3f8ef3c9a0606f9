import asyncio


async def level3():
    raise ValueError("deep")


async def level2():
    try:
        await level3()
    except ValueError as e:
        raise RuntimeError("level 2") from e


async def level1():
    await asyncio.create_task(level2())


async def main():
    async with asyncio.timeout(5):
        await asyncio.gather(level1(), asyncio.sleep(0))


asyncio.run(main())
