import asyncio


async def faulty():
    raise ValueError("nobody looks")


async def main():
    task = asyncio.create_task(faulty(), name="faulty-task")
    await asyncio.sleep(0)
    print("done:", task.done())
    del task
    print("main ends")


asyncio.run(main())
