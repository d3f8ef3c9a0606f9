import asyncio


async def long_job():
    print("working...")
    try:
        for percent in range(0, 100, 10):
            await asyncio.sleep(0.03)
            if percent % 50 == 0:
                print(f"{percent}%")
        return "complete"
    except asyncio.CancelledError:
        print("cleaning up after cancel")
        raise


async def user(task):
    await asyncio.sleep(0.11)
    print("user presses cancel")
    task.cancel()


async def main():
    job = asyncio.create_task(long_job())
    clicker = asyncio.create_task(user(job))
    try:
        print(await job)
    except asyncio.CancelledError:
        print("job was cancelled")
    await clicker


asyncio.run(main())
