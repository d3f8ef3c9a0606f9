import asyncio


async def fails():
    await asyncio.sleep(0)
    raise OSError("disk")


async def waiter(name, task):
    try:
        await task
    except OSError as e:
        print(name, "sees", e)


async def main():
    t = asyncio.create_task(fails())
    await asyncio.gather(waiter("a", t), waiter("b", t))
    print("a third time:")
    await waiter("c", t)


asyncio.run(main())
