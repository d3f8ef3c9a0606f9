import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (0.05, 1, 0.1)]
    try:
        for nxt in asyncio.as_completed(tasks, timeout=0.3):
            print(await nxt)
    except TimeoutError as e:
        print("TimeoutError", e.args)
    print([t.done() for t in tasks])
    tasks[1].cancel()
    try:
        async for t in asyncio.as_completed(tasks[1:], timeout=1):
            print(t.cancelled())
    except TimeoutError:
        print("no")


asyncio.run(main())
