import asyncio


async def nothing():
    pass


async def main():
    tg = asyncio.TaskGroup()
    coro = nothing()
    try:
        tg.create_task(coro)
    except RuntimeError as e:
        print(str(e).replace(repr(tg), "TG"))
    coro.close()

    async with tg:
        pass
    coro = nothing()
    try:
        tg.create_task(coro)
    except RuntimeError as e:
        print(str(e).replace(repr(tg), "TG"))
    coro.close()

    try:
        async with tg:
            print("unreachable")
    except RuntimeError as e:
        print(str(e).replace(repr(tg), "TG"))


asyncio.run(main())
