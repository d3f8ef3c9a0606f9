import asyncio


def callback(x):
    return 10 / x


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, 5)
    loop.call_soon(callback, 0)
    await asyncio.sleep(0.01)
    print("still running")


asyncio.run(main())
