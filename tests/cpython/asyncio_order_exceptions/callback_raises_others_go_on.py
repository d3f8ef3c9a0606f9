import asyncio


def bad():
    raise ValueError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda loop, context: print("handler:", repr(context["exception"]), "|", context["message"].split("(")[0])
    )
    loop.call_soon(print, "one")
    loop.call_soon(bad)
    loop.call_soon(print, "two")
    await asyncio.sleep(0)
    print("main lives")
    loop.call_later(0.01, bad)
    await asyncio.sleep(0.03)


asyncio.run(main())
