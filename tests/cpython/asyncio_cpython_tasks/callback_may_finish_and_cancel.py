import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()

    async def coro():
        try:
            await fut
        except asyncio.CancelledError:
            print("cancelled by a callback")
            raise

    t = asyncio.create_task(coro())
    await asyncio.sleep(0)
    fut.add_done_callback(lambda f: print("future done"))
    loop.call_soon(t.cancel)
    await asyncio.wait([t])
    print(fut.cancelled(), t.cancelled())


asyncio.run(main())
