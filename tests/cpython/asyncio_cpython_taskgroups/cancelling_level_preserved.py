import asyncio


async def raise_after(turns, error):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise error


async def main():
    me = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(raise_after(0, RuntimeError()))
    except* RuntimeError:
        pass
    print(me.cancelling())

    try:
        async with asyncio.TaskGroup() as outer:
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(raise_after(1, RuntimeError("inner")))
                    outer.create_task(raise_after(1, ValueError("outer")))
            except* RuntimeError as eg:
                print("inner handler", eg.exceptions, me.cancelling())
    except* ValueError as eg:
        print("outer handler", eg.exceptions, me.cancelling())


asyncio.run(main())
