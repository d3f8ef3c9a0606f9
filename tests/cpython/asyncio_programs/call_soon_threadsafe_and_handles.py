import asyncio


async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(print, "plain")
    h2 = loop.call_soon(print, "cancelled")
    h2.cancel()
    print(h, h2, h.cancelled(), h2.cancelled())
    h3 = loop.call_soon_threadsafe(print, "threadsafe")
    await asyncio.sleep(0)
    print(h3)
    h4 = loop.call_later(10, print)
    print(str(h4).split(" when=")[0], h4.when() > loop.time(), h4 < loop.call_later(11, print))
    fut = loop.create_future()
    print(fut.get_loop() is loop, asyncio.isfuture(fut), asyncio.isfuture(h))


asyncio.run(main())
