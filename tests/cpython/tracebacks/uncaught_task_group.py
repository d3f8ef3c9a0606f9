import asyncio


async def job(name, delay, fail=None):
    await asyncio.sleep(delay)
    if fail:
        raise fail
    print(name, "done")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(job("a", 0.01))
        group.create_task(job("b", 0.03, ValueError("b broke")))
        group.create_task(job("c", 0.5))


asyncio.run(main())
