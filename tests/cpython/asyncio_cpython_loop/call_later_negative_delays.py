import asyncio


async def main():
    loop = asyncio.get_running_loop()
    calls = []
    loop.call_later(-1, calls.append, "a")
    loop.call_later(-2, calls.append, "b")
    await asyncio.sleep(0.01)
    print(calls)
    handle = loop.call_later(10.0, lambda: None)
    print(type(handle).__name__, handle.cancelled(), handle.when() > loop.time())
    handle.cancel()
    print(handle.cancelled())


asyncio.run(main())
