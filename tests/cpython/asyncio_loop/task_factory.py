import asyncio


class NamedTask(asyncio.Task):
    count = 0


def factory(loop, coro, **kwargs):
    NamedTask.count += 1
    print("factory called for", coro.__name__)
    return NamedTask(coro, loop=loop, **kwargs)


async def job():
    return type(asyncio.current_task()).__name__


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory() is None or "custom")
    loop.set_task_factory(factory)
    print(await asyncio.create_task(job()))
    print(await asyncio.gather(job(), job()))
    loop.set_task_factory(None)
    print(await asyncio.create_task(job()))
    print(NamedTask.count)


asyncio.run(main())
