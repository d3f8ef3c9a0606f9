import asyncio


async def observer():
    for i in range(4):
        print("  turn", i)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    a, b = loop.create_future(), loop.create_future()
    a.set_result("a")
    b.set_result("b")
    o = asyncio.create_task(observer())
    g = asyncio.gather(a, b)
    print("done at once?", g.done())
    print(await g)
    print(await asyncio.gather(a, b, a))
    await o


asyncio.run(main())
