import asyncio


async def main():
    loop = asyncio.get_running_loop()
    g = asyncio.gather()
    print("done:", g.done())
    loop.call_soon(print, "callback runs first?")
    print(await g)
    print("after")


asyncio.run(main())
