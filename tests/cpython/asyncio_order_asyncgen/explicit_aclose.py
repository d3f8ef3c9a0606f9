import asyncio


async def source():
    try:
        yield 1
        yield 2
    finally:
        print("closing takes a while")
        await asyncio.sleep(0.01)
        print("closed")


async def main():
    gen = source()
    print(await anext(gen))
    await gen.aclose()
    print("after aclose")
    try:
        await anext(gen)
    except StopAsyncIteration:
        print("StopAsyncIteration")


asyncio.run(main())
