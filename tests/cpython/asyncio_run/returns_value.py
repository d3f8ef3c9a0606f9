import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


async def main():
    first = await add(1, 2)
    second = await add(first, 10)
    return {"first": first, "second": second}


result = asyncio.run(main())
print(result)
print(asyncio.run(add("a", "b")))
