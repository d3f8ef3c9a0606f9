import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0.09, done.set_result, None)
    loop.call_later(0.06, print, "60")
    loop.call_later(0.03, print, "30")
    loop.call_later(0, print, "0 (still a timer)")
    loop.call_soon(print, "soon")
    await done
    print("90")


asyncio.run(main())
