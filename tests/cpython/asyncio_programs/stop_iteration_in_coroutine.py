import asyncio


async def bad():
    raise StopIteration("value")


async def worse():
    next(iter([]))


async def main():
    for c in (bad(), worse()):
        try:
            await c
        except RuntimeError as e:
            print(e, repr(e.__cause__))
    t = asyncio.create_task(bad())
    try:
        await t
    except RuntimeError as e:
        print("task:", e)


asyncio.run(main())
