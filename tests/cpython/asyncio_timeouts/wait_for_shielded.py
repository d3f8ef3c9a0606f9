import asyncio


async def save():
    await asyncio.sleep(0.06)
    print("saved")
    return "file"


async def main():
    task = asyncio.create_task(save())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.02)
    except TimeoutError:
        print("still saving, done:", task.done())
    print(await task)


asyncio.run(main())
