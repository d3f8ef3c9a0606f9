import asyncio


async def leaf(name, turns):
    for i in range(turns):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def main():
    async with asyncio.timeout(5):
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(leaf("t", 2))
            print(await asyncio.gather(leaf("g1", 1), leaf("g2", 3)))
            u = tg.create_task(leaf("u", 1))
        print(t.result(), u.result())


asyncio.run(main())
