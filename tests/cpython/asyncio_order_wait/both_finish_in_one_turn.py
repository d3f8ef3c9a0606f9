import asyncio


async def job(n):
    await asyncio.sleep(0)
    return n


async def main():
    tasks = [asyncio.create_task(job(n)) for n in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), "done,", len(pending), "pending")
    print(sorted(t.result() for t in done))


asyncio.run(main())
