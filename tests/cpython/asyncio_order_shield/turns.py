import asyncio


async def quick():
    print("quick")
    return 1


async def ticker():
    for i in range(5):
        print("  tick", i)
        await asyncio.sleep(0)


async def main():
    t = asyncio.create_task(ticker())
    print(await quick())
    print("--")
    print(await asyncio.shield(quick()))
    print("--")
    done = asyncio.get_running_loop().create_future()
    done.set_result("already")
    print(await asyncio.shield(done))
    await t


asyncio.run(main())
