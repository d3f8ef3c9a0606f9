import asyncio


async def main():
    loop = asyncio.get_running_loop()
    box = {}

    def first():
        print("first cancels second")
        box["second"].cancel()

    loop.call_soon(first)
    box["second"] = loop.call_soon(print, "second never runs")
    loop.call_soon(print, "third")
    await asyncio.sleep(0)
    print("main")


asyncio.run(main())
