import asyncio


async def main():
    event = asyncio.Event()

    async def raise_error():
        event.set()
        await asyncio.sleep(0)
        raise RuntimeError("in child")

    async def inner():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(raise_error())
                await asyncio.sleep(1)
                print("never")
        except* RuntimeError as eg:
            print("group", eg.exceptions, asyncio.current_task().cancelling())
        await asyncio.sleep(1)
        print("never either")

    t = asyncio.create_task(inner())
    await event.wait()
    print(t.cancelling())
    t.cancel()
    print(t.cancelling())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())


asyncio.run(main())
