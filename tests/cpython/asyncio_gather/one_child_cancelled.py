import asyncio


async def child(n):
    await asyncio.sleep(0.06 * n)
    return n


async def main():
    tasks = [asyncio.create_task(child(n)) for n in (1, 2, 3)]
    asyncio.get_running_loop().call_later(0.03, tasks[1].cancel)
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError as e:
        print("CancelledError", e.args)
    print([t.done() for t in tasks], [t.cancelled() for t in tasks])
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
