import asyncio


async def job(n):
    await asyncio.sleep(n / 40)
    return n


async def main():
    tasks = {asyncio.create_task(job(n)): f"job {n}" for n in (3, 1, 2)}
    async for t in asyncio.as_completed(tasks):
        print(tasks[t], "is the very task;", t.result(), t.done())


asyncio.run(main())
