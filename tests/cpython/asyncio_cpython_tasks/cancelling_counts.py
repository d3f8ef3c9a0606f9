import asyncio


async def sleeper():
    await asyncio.sleep(10)


async def main():
    t = asyncio.create_task(sleeper())
    print(t.cancelling(), t.cancel(), t.cancelling())
    print(t.cancel(), t.cancelling())
    print(t.uncancel(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelling(), t.cancel(), t.cancelling())


asyncio.run(main())
