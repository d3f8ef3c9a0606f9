import asyncio


async def good():
    return "fine"


async def bad():
    raise KeyError("missing")


async def main():
    a = asyncio.create_task(good())
    b = asyncio.create_task(bad())
    for t in (a, b):
        try:
            t.result()
        except asyncio.InvalidStateError as e:
            print("result:", e)
        try:
            t.exception()
        except asyncio.InvalidStateError as e:
            print("exception:", e)
    await asyncio.wait([a, b])
    print(a.result(), a.exception())
    print(repr(b.exception()))
    try:
        b.result()
    except KeyError as e:
        print("raised again:", e)


asyncio.run(main())
