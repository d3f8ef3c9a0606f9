import asyncio


async def main():
    loop = asyncio.get_running_loop()
    child1, child2 = loop.create_future(), loop.create_future()
    outer = asyncio.shield(asyncio.gather(child1, child2))
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled(), child1.cancelled())
    child1.set_result(1)
    child2.set_result(2)
    await asyncio.sleep(0)

    child1, child2 = loop.create_future(), loop.create_future()
    parent = asyncio.gather(asyncio.shield(child1), asyncio.shield(child2))
    await asyncio.sleep(0)
    parent.cancel()
    try:
        await parent
    except asyncio.CancelledError:
        print("gather cancelled", child1.cancelled(), child2.cancelled())


asyncio.run(main())
