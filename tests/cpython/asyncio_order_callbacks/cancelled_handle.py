import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = [loop.call_soon(print, "handle", i) for i in range(5)]
    handles[1].cancel()
    loop.call_soon(handles[4].cancel)
    loop.call_soon(lambda: handles[0].cancel())
    handles[3].cancel()
    print([h.cancelled() for h in handles])
    await asyncio.sleep(0)
    print([h.cancelled() for h in handles])


asyncio.run(main())
