import asyncio


async def nothing():
    pass


async def main():
    tg = asyncio.TaskGroup()
    print(tg)
    c = nothing()
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print("RuntimeError:", e)
    async with tg:
        t = tg.create_task(asyncio.sleep(0.1), name="napper")
        print(tg, t.get_name())
    print(tg)
    for again in (lambda: tg.create_task(nothing()), lambda: tg.__aenter__().send(None)):
        try:
            again()
        except RuntimeError as e:
            print("RuntimeError:", e)
    async with asyncio.TaskGroup() as tg:
        async def later():
            tg.create_task(nothing(), name="from a child")
            print("spawned", len(asyncio.all_tasks()))
        tg.create_task(later())


asyncio.run(main())
