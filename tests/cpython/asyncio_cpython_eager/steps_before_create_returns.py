import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)

    async def set_result(fut, value):
        fut.set_result(value)

    fut = loop.create_future()
    t = asyncio.create_task(set_result(fut, "my message"))
    print(t.done(), await fut)

    async def blocks():
        await asyncio.sleep(0.01)
        return "finished after blocking"

    t = asyncio.create_task(blocks())
    print(t.done(), await t, t.done())

    async def quick():
        return "finished without blocking"

    t = asyncio.create_task(quick())
    print(t.cancel(), await t, t.cancelled())
    t = asyncio.create_task(blocks())
    t.cancel("cancellation message")
    print(t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args)


asyncio.run(main())
