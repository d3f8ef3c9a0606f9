import asyncio


async def quick():
    return asyncio.current_task().get_name()


async def slow():
    await asyncio.sleep(0)
    return asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.Task(quick(), loop=loop, eager_start=True, name="eager")
    print(a.done(), a.result())
    b = asyncio.Task(slow(), loop=loop, eager_start=True, name="eager slow")
    print(b.done(), asyncio.current_task().get_name())
    print(await b)
    c = asyncio.Task(quick(), loop=loop, name="lazy")
    print(c.done(), await c)


asyncio.run(main())
