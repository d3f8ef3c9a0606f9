import asyncio


async def echo():
    received = None
    try:
        while True:
            try:
                received = yield received
                await asyncio.sleep(0)
                print("got", received)
            except ValueError as e:
                print("handled", e)
                received = "recovered"
    finally:
        await asyncio.sleep(0)
        print("cleanup")


async def main():
    g = echo()
    print(await g.asend(None))
    print(await g.asend("a"))
    print(await g.athrow(ValueError("v")))
    await g.aclose()
    try:
        await g.asend("x")
    except StopAsyncIteration:
        print("finished")
    await g.aclose()
    fresh = echo()
    try:
        await fresh.asend(1)
    except TypeError as e:
        print(e)
    await fresh.aclose()

    async def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    s = stubborn()
    await anext(s)
    try:
        await s.aclose()
    except RuntimeError as e:
        print(e)

    async def raises():
        yield 1
        raise KeyError("inside")

    try:
        async for x in raises():
            print(x)
    except KeyError as e:
        print(repr(e))

    async def stops():
        yield 1
        raise StopAsyncIteration("bad")

    try:
        async for x in stops():
            print(x)
    except RuntimeError as e:
        print(e)
    g = echo()
    await anext(g)
    try:
        await g.athrow(OSError("through"))
    except OSError as e:
        print(repr(e))


asyncio.run(main())
