import asyncio


async def bad(n):
    await asyncio.sleep(0)
    raise ValueError(n)


async def main():
    async with asyncio.TaskGroup() as tg:
        for n in range(2):
            tg.create_task(bad(n))


asyncio.run(main())
