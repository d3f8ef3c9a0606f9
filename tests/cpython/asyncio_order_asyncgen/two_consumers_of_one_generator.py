import asyncio


async def source():
    for i in range(6):
        await asyncio.sleep(0)
        yield i


async def consumer(name, gen, n):
    got = []
    for _ in range(n):
        got.append(await anext(gen))
    print(name, got)


async def main():
    gen = source()
    a = asyncio.create_task(consumer("a", gen, 2))
    b = asyncio.create_task(consumer("b", gen, 2))
    results = await asyncio.gather(a, b, return_exceptions=True)
    for r in results:
        print(repr(r))
    await gen.aclose()


asyncio.run(main())
