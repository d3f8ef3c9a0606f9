import asyncio

finalized = 0


async def gen():
    global finalized
    try:
        while True:
            yield
    finally:
        await asyncio.sleep(0)
        finalized += 1


async def main():
    g = gen()
    await anext(g)
    await anext(g)
    del g
    print(finalized)
    for _ in range(4):
        await asyncio.sleep(0)
    print(finalized)


asyncio.run(main())
