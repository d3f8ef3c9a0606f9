import asyncio


async def fail(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError("v")))
            tg.create_task(fail(TypeError("t")))
            tg.create_task(fail(KeyError("k")))
    except* ValueError as eg:
        print("values:", eg.exceptions)
    except* (TypeError, KeyError) as eg:
        print("others:", eg.exceptions)


asyncio.run(main())
