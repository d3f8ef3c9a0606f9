import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("ignored cancellation", attempt + 1)
    return "finished anyway"


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
    print(await task)
    print("cancelled:", task.cancelled(), "requests:", task.cancelling())


asyncio.run(main())
