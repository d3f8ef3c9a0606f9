import asyncio


def handler(loop, context):
    keys = sorted(context)
    print(keys, context["message"])
    if "exception" in context:
        print("  ", repr(context["exception"]))


def boom():
    raise ZeroDivisionError("callback")


async def fails():
    raise OSError("task")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(boom)
    loop.call_later(0.01, boom)
    t = asyncio.create_task(fails())
    await asyncio.sleep(0.02)
    del t
    f = loop.create_future()
    f.set_exception(KeyError("future"))
    del f
    loop.call_exception_handler({"message": "by hand", "extra": 1})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default now", "value": [1, 2]})
    loop.call_exception_handler({})


asyncio.run(main())
