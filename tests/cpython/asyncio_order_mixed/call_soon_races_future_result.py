import asyncio


async def waiter(fut, log):
    await fut
    log.append("waiter")


async def main():
    loop, log = asyncio.get_running_loop(), []
    fut = loop.create_future()
    asyncio.create_task(waiter(fut, log))
    await asyncio.sleep(0)
    loop.call_soon(log.append, "before set_result")
    fut.set_result(None)
    loop.call_soon(log.append, "after set_result")
    asyncio.create_task(waiter(fut, log))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log)


asyncio.run(main())
