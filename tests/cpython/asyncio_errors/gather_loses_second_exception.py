import asyncio


async def fail(turns, error):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise error


async def main():
    try:
        await asyncio.gather(fail(1, ValueError("first")), fail(3, KeyError("second")))
    except ValueError as e:
        print("caught", e)
    for _ in range(4):
        await asyncio.sleep(0)
    print("the second one was retrieved by gather")


asyncio.run(main())
