import asyncio


def inner():
    return {}["key"]


def outer():
    try:
        inner()
    except KeyError as e:
        raise RuntimeError("worker failed") from e


async def main():
    try:
        await asyncio.to_thread(outer)
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    try:
        await asyncio.to_thread(next, iter(()))
    except RuntimeError as e:
        print(repr(e))
    await asyncio.to_thread(outer)


asyncio.run(main())
