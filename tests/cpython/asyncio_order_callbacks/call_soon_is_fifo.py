import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for i in range(4):
        loop.call_soon(print, "callback", i)
    print("main before yielding")
    await asyncio.sleep(0)
    print("main after yielding")


asyncio.run(main())
