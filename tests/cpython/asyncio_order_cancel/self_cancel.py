import asyncio


async def suicidal():
    asyncio.current_task().cancel("me")
    print("still running after cancel")
    x = 1 + 1
    print("until the next await", x)
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("delivered:", e)
    await asyncio.sleep(0)
    print("a second await works")


async def no_more_awaits():
    asyncio.current_task().cancel()
    return "returned"


async def main():
    await asyncio.create_task(suicidal())
    t = asyncio.create_task(no_more_awaits())
    try:
        print(await t)
    except asyncio.CancelledError:
        print("cancelled although it returned:", t.cancelled())


asyncio.run(main())
