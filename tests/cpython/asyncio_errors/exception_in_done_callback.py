import asyncio


async def job():
    return "value"


def on_done(task):
    raise RuntimeError(f"cannot handle {task.result()}")


async def main():
    task = asyncio.create_task(job(), name="job-1")
    task.add_done_callback(on_done)
    print(await task)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
