import asyncio


class LoudTask(asyncio.Task):
    def __init__(self, coro, **kwargs):
        print("task made, eager:", kwargs.get("eager_start"))
        super().__init__(coro, **kwargs)


factory = asyncio.create_eager_task_factory(LoudTask)


async def job(n):
    print("job", n)


async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    t = asyncio.create_task(job(1))
    print(type(t).__name__, t.done())
    await asyncio.gather(job(2), job(3))


asyncio.run(main())
