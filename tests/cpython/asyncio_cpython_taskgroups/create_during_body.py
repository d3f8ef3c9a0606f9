import asyncio


async def give(delay, value):
    await asyncio.sleep(delay)
    return value


async def main():
    async with asyncio.TaskGroup() as g:
        t1 = g.create_task(give(0.1, 42))
        await asyncio.sleep(0.05)
        t2 = g.create_task(give(0.1, 11))
        print(t1.done(), t2.done())
    print(t1.result(), t2.result())

    async with asyncio.TaskGroup() as g:
        t1 = g.create_task(give(5, 42))
        await asyncio.sleep(0.02)
        t1.cancel()
        t2 = g.create_task(give(0.02, 11))
    print(t1.cancelled(), t2.result())


asyncio.run(main())
