import asyncio


async def fail(e):
    raise e


async def group(*excs):
    async with asyncio.TaskGroup() as tg:
        for e in excs:
            tg.create_task(fail(e))


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(group(ValueError(1), TypeError(2)))
            tg.create_task(fail(OSError(3)))
    except* OSError as eg:
        print("os", eg.exceptions)
    except* ValueError as eg:
        print("value", eg)
    except* TypeError as eg:
        print("type", eg.exceptions[0].exceptions)
    try:
        await group(ValueError("a"), KeyError("b"))
    except ExceptionGroup as eg:
        m, rest = eg.split(KeyError)
        print(m, m.exceptions, rest.exceptions)
        print(eg.subgroup(lambda e: isinstance(e, LookupError)).exceptions)
    try:
        await group(SystemExit("out"))
    except SystemExit as e:
        print("SystemExit", e)


try:
    asyncio.run(main())
except SystemExit as e:
    print("outer", repr(e))
