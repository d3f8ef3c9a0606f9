import asyncio


async def main():
    cond = asyncio.Condition()
    presses = []
    ready = False

    def predicate():
        presses.append(ready)
        return ready

    async def waiter():
        async with cond:
            return await cond.wait_for(predicate)

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with cond:
        cond.notify()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(presses, task.done())
    async with cond:
        ready = True
        cond.notify()
    print(await task, presses)
    try:
        await cond.wait_for(predicate)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
