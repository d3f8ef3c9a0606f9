import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child cancelled")
        raise


async def parent():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child())
            print("parent waits for its child")
    except asyncio.CancelledError as e:
        print("parent: CancelledError", e.args)
        raise


async def main():
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    t.cancel("enough")
    try:
        await t
    except asyncio.CancelledError as e:
        print("main:", e.args, t.cancelled())


asyncio.run(main())
