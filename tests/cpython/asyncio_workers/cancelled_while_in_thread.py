import asyncio
import time

log = []


def slow():
    time.sleep(0.1)
    log.append("thread done")


async def user():
    try:
        await asyncio.to_thread(slow)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def main():
    task = asyncio.create_task(user())
    await asyncio.sleep(0.03)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(log)
    await asyncio.sleep(0.12)
    print(log)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.to_thread(slow))
            group.create_task(asyncio.to_thread(int, "x"))
    except* ValueError as e:
        print([str(x) for x in e.exceptions])
    print(log)


asyncio.run(main())
print(log)
