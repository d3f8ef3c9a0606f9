import asyncio


class MyBaseExc(BaseException):
    pass


async def crash_soon(error):
    await asyncio.sleep(0.01)
    raise error


async def nested(error):
    try:
        await asyncio.sleep(10)
    finally:
        raise error


async def run(first, second):
    async with asyncio.TaskGroup() as g:
        g.create_task(crash_soon(first))
        await nested(second)


async def main():
    for first, second in (
        (ZeroDivisionError("z"), MyBaseExc("b")),
        (MyBaseExc("b"), TypeError("t")),
    ):
        try:
            await run(first, second)
        except BaseExceptionGroup as e:
            print(type(e).__name__, e.exceptions)
    try:
        await run(ZeroDivisionError("z"), KeyboardInterrupt("k"))
    except KeyboardInterrupt as e:
        print("KeyboardInterrupt alone", e)


asyncio.run(main())
