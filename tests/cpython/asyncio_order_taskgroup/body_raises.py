import asyncio


async def child():
    try:
        await asyncio.sleep(1)
    finally:
        print("child unwinds")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(child())
            await asyncio.sleep(0)
            raise LookupError("in the body")
    except* LookupError as eg:
        print("caught", eg.exceptions[0], "child cancelled:", t.cancelled())


asyncio.run(main())
