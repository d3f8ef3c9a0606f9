import asyncio


async def job(n):
    await asyncio.sleep(n)
    print("job", n, "finished")


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (0.02, 0.1)]
    done, pending = await asyncio.wait(tasks, timeout=0.05)
    print(len(done), len(pending), "not cancelled:", not tasks[1].cancelled())
    await asyncio.wait(pending)
    print("end")


asyncio.run(main())
