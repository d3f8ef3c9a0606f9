import asyncio


def handler(loop, context):
    raise TypeError("handler is broken too")


def bad():
    raise ValueError("first problem")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(bad)
    await asyncio.sleep(0)
    print("survived")


asyncio.run(main())
