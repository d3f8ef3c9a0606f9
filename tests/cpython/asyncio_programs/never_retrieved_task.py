import asyncio


async def fails():
    raise ValueError("nobody looks")


async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    print("main goes on")
    t = asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    print(t.exception())
    f = asyncio.get_running_loop().create_future()
    f.set_exception(TypeError("future, too"))
    f = None
    print("end")


asyncio.run(main())
