import asyncio


async def never(log):
    log.append("started")
    await asyncio.sleep(1)


async def main():
    log = []
    try:
        async with asyncio.TaskGroup() as g:
            t1 = g.create_task(never(log))
            1 / 0
    except ExceptionGroup as e:
        print(e.exceptions)
    print(t1.cancelled(), log)


asyncio.run(main())
