import asyncio
from contextlib import aclosing


async def lines():
    print("open")
    try:
        while True:
            yield "line"
            await asyncio.sleep(0.01)
    except GeneratorExit:
        print("GeneratorExit")
        raise
    finally:
        print("close")


async def main():
    async with aclosing(lines()) as ls:
        count = 0
        async for l in ls:
            count += 1
            if count == 3:
                break
    print(count)
    g = lines()
    await anext(g)
    try:
        await g.athrow(ValueError("thrown"))
    except ValueError as e:
        print(repr(e))
    print(await anext(g, "default"))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print(repr(e))


asyncio.run(main())
