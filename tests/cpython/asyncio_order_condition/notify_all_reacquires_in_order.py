import asyncio


async def waiter(n, cond):
    async with cond:
        await cond.wait()
        print("enter", n)
        await asyncio.sleep(0)
        print("leave", n)


async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(n, cond)) for n in range(3)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
