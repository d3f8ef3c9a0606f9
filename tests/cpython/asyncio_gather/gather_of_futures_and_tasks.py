import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_later(0.02, fut.set_result, "future")
    task = asyncio.create_task(asyncio.sleep(0.01, "task"))
    out = asyncio.gather(fut, task, asyncio.sleep(0, "coroutine"))
    print(type(out).__name__, out.done())
    print(await out)
    inner = asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2))
    print(await asyncio.gather(inner, asyncio.sleep(0, 3)))


asyncio.run(main())
