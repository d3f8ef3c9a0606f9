import asyncio


def handler(loop, context):
    print("keys:", sorted(context))
    print("message:", context["message"].split("(")[0])
    print("exception:", repr(context["exception"]))


def broken():
    raise RuntimeError("broken callback")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(broken)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "exception": KeyError("k"), "extra": 1})
    try:
        loop.set_exception_handler("not callable")
    except TypeError as e:
        print("TypeError:", e)


asyncio.run(main())
