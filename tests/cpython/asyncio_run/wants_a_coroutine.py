import asyncio


def plain():
    return 42


async def coroutine_function():
    return 42


for thing in (plain, coroutine_function, 42, None, [1, 2]):
    try:
        asyncio.run(thing)
    except (TypeError, ValueError) as e:
        name = type(thing).__name__
        print(name, "->", type(e).__name__, str(e).split(" at 0x")[0])
