import asyncio


async def leftover():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("leftover: one more thing")
        await asyncio.sleep(0.02)
        print("leftover: done")
        return "swallowed"


async def main():
    task = asyncio.create_task(leftover())
    await asyncio.sleep(0)
    return task


task = asyncio.run(main())
print(task.done(), task.cancelled(), task.result())
