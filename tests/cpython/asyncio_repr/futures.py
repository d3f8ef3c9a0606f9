import asyncio


def on_done(fut):
    pass


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    print(fut)
    fut.add_done_callback(on_done)
    print(repr(fut).split(" at ")[0])
    fut.set_result({"a": 1})
    print(fut)
    long = loop.create_future()
    long.set_result("x" * 200)
    print(long)
    bad = loop.create_future()
    bad.set_exception(ValueError("v"))
    print(bad, bad.exception())
    gone = loop.create_future()
    gone.cancel()
    print(gone)
    print(asyncio.gather())


asyncio.run(main())
