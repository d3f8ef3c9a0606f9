import asyncio


async def job():
    await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(job())
    try:
        task.set_result(1)
    except RuntimeError as e:
        print(e)
    try:
        task.set_exception(ValueError())
    except RuntimeError as e:
        print(e)
    await task
    print(task.result())


asyncio.run(main())
