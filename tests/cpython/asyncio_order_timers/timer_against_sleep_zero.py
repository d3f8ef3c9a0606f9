import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer with 0")
    loop.call_soon(print, "soon")
    print("main 0")
    await asyncio.sleep(0)
    print("main 1")
    await asyncio.sleep(0)
    print("main 2")


asyncio.run(main())
