import asyncio


async def never():
    print("this body never runs")


async def main():
    task = asyncio.create_task(never())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled before its first step:", e.args)
    print(task.done(), task.cancelled())


asyncio.run(main())
