import asyncio


class Fut(asyncio.Future):
    def __init__(self, *args, **kwds):
        self.cb_added = 0
        super().__init__(*args, **kwds)

    def add_done_callback(self, *args, **kwargs):
        self.cb_added += 1
        super().add_done_callback(*args, **kwargs)


async def main():
    fut = Fut(loop=asyncio.get_running_loop())
    result = None

    async def wait_for_future():
        nonlocal result
        result = await fut

    t = asyncio.create_task(wait_for_future())
    await asyncio.sleep(0)
    print(fut.cb_added, result)
    fut.set_result("the result")
    await t
    print(fut.cb_added, result, isinstance(fut, asyncio.Future))


asyncio.run(main())
