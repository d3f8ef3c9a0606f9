# 3,000 jobs, 50 at a time.
import asyncio


async def job(limit, n):
    async with limit:
        await asyncio.sleep(0)
        return n


async def main():
    limit = asyncio.Semaphore(50)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job(limit, n)) for n in range(3000)]
    print(sum(task.result() for task in tasks))


asyncio.run(main())
