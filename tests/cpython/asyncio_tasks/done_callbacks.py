import asyncio


async def download(n):
    await asyncio.sleep(0.02 * n)
    if n == 2:
        raise OSError(f"part {n} is gone")
    return f"part {n}"


def report(task):
    if task.cancelled():
        print(task.get_name(), "cancelled")
    elif task.exception():
        print(task.get_name(), "failed:", task.exception())
    else:
        print(task.get_name(), "->", task.result())


async def main():
    tasks = []
    for n in (1, 2, 3):
        t = asyncio.create_task(download(n), name=f"dl{n}")
        t.add_done_callback(report)
        tasks.append(t)
    await asyncio.sleep(0.05)
    tasks[2].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print("removed:", tasks[0].remove_done_callback(report))


asyncio.run(main())
