import asyncio


async def child(tg, log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        coro = asyncio.sleep(0)
        try:
            tg.create_task(coro)
        except RuntimeError as e:
            log.append(str(e).split(" ", 2)[2])
        coro.close()
        raise


async def main():
    log = []
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child(tg, log))
            await asyncio.sleep(0)
            1 / 0
    except* ZeroDivisionError as eg:
        print(eg.exceptions)
    print(log)


asyncio.run(main())
