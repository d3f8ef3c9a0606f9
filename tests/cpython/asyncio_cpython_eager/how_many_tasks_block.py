import asyncio


async def recursive_gather(width, depth):
    if depth:
        await asyncio.gather(*[recursive_gather(width, depth - 1) for _ in range(width)])


async def recursive_groups(width, depth):
    if depth:
        async with asyncio.TaskGroup() as tg:
            for _ in range(width):
                tg.create_task(recursive_groups(width, depth - 1))


async def main(function, eager):
    loop = asyncio.get_running_loop()
    count = 0

    def constructor(coro, *, eager_start=False, **kwargs):
        nonlocal count
        count += 1
        return asyncio.Task(coro, eager_start=eager_start, **kwargs)

    if eager:
        loop.set_task_factory(asyncio.create_eager_task_factory(constructor))
    else:
        loop.set_task_factory(lambda loop, coro, **kw: constructor(coro, loop=loop, **kw))
    await function(3, 3)
    print(function.__name__, eager, count)


for function in (recursive_gather, recursive_groups):
    for eager in (False, True):
        asyncio.run(main(function, eager))
