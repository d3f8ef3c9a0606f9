import asyncio


async def coro():
    await asyncio.sleep(0.06)
    return "done"


async def main():
    for timeout in (0, 0.02):
        task = asyncio.create_task(coro())
        shielded = asyncio.shield(task)
        try:
            await asyncio.wait_for(shielded, timeout=timeout)
        except TimeoutError:
            print(task.done(), task.cancelled(), shielded.cancelled())
        print(await task)
    task = asyncio.create_task(coro())
    print(await asyncio.wait_for(asyncio.shield(task), timeout=None), task.done())


asyncio.run(main())
