import asyncio


def get_loop():
    class Task(asyncio.Task):
        pass

    loop = asyncio.new_event_loop()
    loop.set_task_factory(lambda loop, coro, **kw: Task(coro, loop=loop, **kw))
    return loop


async def main():
    print(type(asyncio.current_task()).__name__)
    await asyncio.sleep(0)
    return "ok"


with asyncio.Runner(loop_factory=get_loop) as runner:
    print(runner.run(main()))
