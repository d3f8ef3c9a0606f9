import asyncio


async def nothing():
    pass


async def main():
    for bad in ([], asyncio.sleep):
        try:
            await asyncio.wait(bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    t = asyncio.create_task(nothing())
    try:
        await asyncio.wait(t)
    except TypeError as e:
        print("TypeError", e)
    try:
        await asyncio.wait([t], return_when="SOMETIMES")
    except ValueError as e:
        print("ValueError", e)
    coro = nothing()
    try:
        await asyncio.wait([coro])
    except TypeError as e:
        print("TypeError", e)
    coro.close()
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    await t


asyncio.run(main())
