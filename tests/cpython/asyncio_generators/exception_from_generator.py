import asyncio


async def unreliable():
    yield "one"
    await asyncio.sleep(0)
    raise ConnectionError("lost")


async def main():
    g = unreliable()
    try:
        async for item in g:
            print(item)
    except ConnectionError as e:
        print("ConnectionError:", e)
    print([x async for x in g], "after an error it is exhausted")

    async def stops():
        yield 1
        raise StopAsyncIteration("by hand")

    try:
        async for x in stops():
            print(x)
    except RuntimeError as e:
        print("RuntimeError:", e, "| cause", repr(e.__cause__))


asyncio.run(main())
