import asyncio


async def careful():
    try:
        await asyncio.sleep(10)
    finally:
        for i in range(3):
            print("careful: cleanup", i)
            await asyncio.sleep(0)


async def faulty():
    await asyncio.sleep(0)
    raise RuntimeError("early")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(careful())
            tg.create_task(faulty())
    except ExceptionGroup as eg:
        print("group error after the cleanup:", eg)


asyncio.run(main())
