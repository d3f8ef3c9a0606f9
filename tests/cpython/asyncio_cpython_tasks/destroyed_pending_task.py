import asyncio
import gc


async def kill_me(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    messages = []
    loop.set_exception_handler(lambda loop, context: messages.append(context["message"]))
    future = loop.create_future()
    task = asyncio.create_task(kill_me(future))
    await asyncio.sleep(0)
    print(task.done(), len(asyncio.all_tasks()))
    del task
    del future
    gc.collect()
    print(messages, len(asyncio.all_tasks()))


asyncio.run(main())
