import asyncio


async def main():
    loop = asyncio.get_running_loop()
    got = []
    f = loop.create_future()
    f.add_done_callback(got.append)
    f.set_result("foo")
    print(got)
    await asyncio.sleep(0)
    print(got[0] is f, len(got))

    f = loop.create_future()
    f.add_done_callback(got.append)
    f.set_exception(RuntimeError("foo"))
    await asyncio.sleep(0)
    print(len(got), repr(got[1].exception()))

    f = loop.create_future()
    f.add_done_callback(got.append)
    f.cancel()
    await asyncio.sleep(0)
    print(len(got), got[2].cancelled())


asyncio.run(main())
