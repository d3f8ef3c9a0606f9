import asyncio


def bad_handler(loop, context):
    raise RuntimeError("handler itself fails")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(bad_handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("still running")


asyncio.run(main())
