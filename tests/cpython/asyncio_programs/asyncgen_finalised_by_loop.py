import asyncio


async def ticker():
    try:
        for i in range(100):
            yield i
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print("ticker closed in", asyncio.current_task().get_name() != "Task-1")


async def main():
    async for i in ticker():
        if i == 2:
            break
    print("left the loop")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("after some turns")
    global kept
    kept = ticker()
    print(await anext(kept), await kept.asend(None))


asyncio.run(main())
print("end")
