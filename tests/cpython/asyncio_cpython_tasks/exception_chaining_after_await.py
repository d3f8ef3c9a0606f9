import asyncio


async def raise_error():
    raise ValueError("in the task")


async def reraise(exc):
    raise exc


async def main():
    try:
        raise KeyError(3)
    except KeyError:
        try:
            await asyncio.create_task(raise_error())
        except ValueError as exc:
            print(repr(exc), "context", repr(exc.__context__))
    try:
        raise KeyError("a")
    except KeyError as exc:
        try:
            await asyncio.create_task(reraise(exc))
        except KeyError as again:
            print(again is exc, again.__context__ is again)


asyncio.run(main())
