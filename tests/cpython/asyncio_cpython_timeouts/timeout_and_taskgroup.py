import asyncio


async def crash_in_cleanup():
    try:
        await asyncio.sleep(2)
    finally:
        1 / 0


def chain(e):
    names = []
    while e is not None:
        names.append(type(e).__name__)
        e = e.__context__
    return names


async def main():
    try:
        async with asyncio.timeout(0.02):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(crash_in_cleanup())
                try:
                    raise ValueError
                finally:
                    await asyncio.sleep(1)
    except ExceptionGroup as eg:
        print(chain(eg), eg.__cause__)
        print(chain(eg.exceptions[0]))


asyncio.run(main())
