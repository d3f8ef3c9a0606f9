import asyncio


async def fail(n):
    await asyncio.sleep(0)
    raise OSError(n, f"error {n}")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            for n in (1, 2, 3):
                tg.create_task(fail(n))
    except ExceptionGroup as eg:
        print(type(eg).__name__, "|", eg.message, "|", eg)
        match, rest = eg.split(lambda e: isinstance(e, OSError) and e.errno > 1)
        print("match", [e.errno for e in match.exceptions])
        print("rest", [e.errno for e in rest.exceptions])


asyncio.run(main())
