import asyncio


async def main():
    loop = asyncio.get_running_loop()
    q, started, finished = asyncio.Queue(), asyncio.Event(), False

    async def getter():
        nonlocal finished
        started.set()
        res = await q.get()
        finished = True
        return res

    task = asyncio.create_task(getter())
    await started.wait()
    print(finished)
    loop.call_later(0.01, q.put_nowait, 1)
    print(await task, finished)


asyncio.run(main())
