# A task whose warning is switched off leaves the list of tasks as any other when it is dropped.
import asyncio
import gc


async def waits():
    await asyncio.get_running_loop().create_future()


async def main():
    for _ in range(50):
        task = asyncio.ensure_future(waits())
        await asyncio.sleep(0)
        task._log_destroy_pending = False
        del task
        gc.collect()
    print(len(asyncio.all_tasks()))


asyncio.run(main())
