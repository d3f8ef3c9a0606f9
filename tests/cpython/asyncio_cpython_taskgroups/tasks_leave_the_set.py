import asyncio


async def job(turns):
    for _ in range(turns):
        await asyncio.sleep(0)


async def main():
    async with asyncio.TaskGroup() as g:
        for n in range(4):
            g.create_task(job(n))
        sizes = []
        for _ in range(6):
            sizes.append(len(g._tasks))
            await asyncio.sleep(0)
        print(sizes)


asyncio.run(main())
