import asyncio


async def worker(name, turns):
    for i in range(turns):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "done")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(worker("a", 2))
        tg.create_task(worker("b", 3))
        print("body ends before anything ran")
    print("group is over")


asyncio.run(main())
