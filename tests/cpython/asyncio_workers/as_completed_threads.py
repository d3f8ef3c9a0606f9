import asyncio
import time


def work(n):
    time.sleep(n * 0.04)
    return n


async def main():
    tasks = [asyncio.create_task(asyncio.to_thread(work, n)) for n in (3, 1, 2)]
    for f in asyncio.as_completed(tasks):
        print("done", await f)
    tasks = [asyncio.create_task(asyncio.to_thread(work, n), name=f"w{n}") for n in (2, 1)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.get_name() for t in done], [t.get_name() for t in pending])
    async for task in asyncio.as_completed(pending):
        print(task.get_name(), await task)


asyncio.run(main())
