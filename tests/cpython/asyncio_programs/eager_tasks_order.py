import asyncio


async def quick(n):
    print("quick", n, asyncio.current_task().get_name())
    return n


async def suspends(n):
    print("before", n)
    await asyncio.sleep(0)
    print("after", n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t1 = asyncio.create_task(quick(1))
    print(t1.done(), t1)
    t2 = asyncio.create_task(suspends(2), name="s2")
    print(t2.done())
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(quick(3))
        b = tg.create_task(suspends(4))
    print(await asyncio.gather(t1, t2, a, b, quick(5)))
    print(asyncio.current_task().get_name())
    loop.set_task_factory(None)
    t = asyncio.create_task(quick(6))
    print(t.done())
    await t


asyncio.run(main())
