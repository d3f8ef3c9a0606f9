import asyncio

keep = []


async def source():
    try:
        yield "first"
        yield "second"
    finally:
        print("finalised by shutdown_asyncgens")


async def main():
    gen = source()
    keep.append(gen)
    print(await anext(gen))
    print("main returns")


asyncio.run(main())
print("run returned")
