import asyncio


async def work(n):
    print("begin", n)
    await asyncio.sleep(0)
    print("end", n)


async def main():
    print("-- one by one")
    for n in range(2):
        await work(n)
    print("-- tasks, awaited one by one")
    tasks = [asyncio.create_task(work(n)) for n in range(2)]
    for t in tasks:
        await t
    print("-- tasks, awaited in reverse")
    tasks = [asyncio.create_task(work(n)) for n in range(2)]
    for t in reversed(tasks):
        await t
    print("-- gather")
    await asyncio.gather(*(work(n) for n in range(2)))


asyncio.run(main())
