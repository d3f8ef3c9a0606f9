import asyncio


async def cancels_itself():
    asyncio.current_task().cancel("me")
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("at await:", e.args)
        raise


async def cancels_and_returns():
    asyncio.current_task().cancel()
    return 5


async def awaits_itself(box):
    await box[0]


async def main():
    for f in (cancels_itself, cancels_and_returns):
        t = asyncio.create_task(f())
        try:
            print(await t)
        except asyncio.CancelledError as e:
            print("cancelled", e.args, t.cancelled())
    box = []
    box.append(asyncio.create_task(awaits_itself(box)))
    try:
        await box[0]
    except RuntimeError as e:
        print(str(e).split(" coro=")[0])


asyncio.run(main())
