import asyncio


async def heartbeat():
    try:
        while True:
            await asyncio.sleep(0.1)
            print("beat")
    except asyncio.CancelledError:
        print("cancelled at shutdown")
        raise
    finally:
        print("heart stops")


async def main():
    task = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.15)
    print("main returns, the task is done:", task.done())
    return task


task = asyncio.run(main())
print(task.done(), task.cancelled())
