import asyncio


async def once():
    print("runs once")
    await asyncio.sleep(0)
    return object()


async def main():
    coro = once()
    a, b = await asyncio.gather(coro, coro)
    print(a is b)
    task = asyncio.create_task(once())
    x, y, z = await asyncio.gather(task, task, task)
    print(x is y is z)


asyncio.run(main())
