import asyncio


async def main():
    cond, raised = asyncio.Condition(), []

    async def waiter():
        async with cond:
            try:
                await cond.wait_for(lambda: False)
            except asyncio.CancelledError as e:
                raised.append(e)
                raise

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    task.cancel(msg="foo")
    try:
        await task
    except asyncio.CancelledError as e:
        print(e.args, e is raised[0])


asyncio.run(main())
