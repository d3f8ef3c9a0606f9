import asyncio


async def main():
    loop = asyncio.get_running_loop()
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.set_result(42)
    print(await outer)

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    exc = RuntimeError("expected")
    inner.set_exception(exc)
    await asyncio.sleep(0)
    print(outer.exception() is exc)

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled())

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled(), inner.cancelled())
    inner.set_result("later")

    done = loop.create_future()
    done.set_result(1)
    print(asyncio.shield(done) is done)


asyncio.run(main())
