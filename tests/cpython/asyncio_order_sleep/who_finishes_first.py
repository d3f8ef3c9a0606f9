import asyncio


async def one_step(name):
    print(name, "only step")


async def with_awaits(name, n):
    for i in range(n):
        await asyncio.sleep(0)
    print(name, "done after", n)


async def main():
    tasks = [
        asyncio.create_task(with_awaits("a", 3)),
        asyncio.create_task(one_step("b")),
        asyncio.create_task(with_awaits("c", 1)),
        asyncio.create_task(with_awaits("d", 3)),
        asyncio.create_task(with_awaits("e", 2)),
    ]
    for t in tasks:
        await t
        print("joined", tasks.index(t))


asyncio.run(main())
