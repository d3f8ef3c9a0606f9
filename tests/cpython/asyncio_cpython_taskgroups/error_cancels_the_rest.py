import asyncio


async def main():
    num = 0
    events = []

    async def crash():
        await asyncio.sleep(0.02)
        1 / 0

    async def patient():
        nonlocal num
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            events.append("patient cancelled")
            raise
        num += 1

    async def runner():
        nonlocal num
        async with asyncio.TaskGroup() as g:
            g.create_task(crash())
            t2 = g.create_task(patient())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                events.append("body cancelled")
                raise
        num += 10

    try:
        await asyncio.create_task(runner())
    except ExceptionGroup as e:
        print([type(x).__name__ for x in e.exceptions], num, events)


asyncio.run(main())
