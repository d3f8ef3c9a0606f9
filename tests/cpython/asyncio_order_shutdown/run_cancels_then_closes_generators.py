import asyncio

gens = []


async def gen():
    try:
        while True:
            yield
    finally:
        print("3: async generator closed")


async def background():
    g = gen()
    gens.append(g)
    await anext(g)
    try:
        await asyncio.sleep(100)
    finally:
        print("2: background cancelled")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    print("1: main ends")


asyncio.run(main())
print("4: run returned")
