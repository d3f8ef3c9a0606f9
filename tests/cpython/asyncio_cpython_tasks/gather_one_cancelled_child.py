import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a, b, c = (loop.create_future() for _ in range(3))
    fut = asyncio.gather(a, b, c)
    a.set_result(1)
    b.cancel()
    await asyncio.sleep(0)
    print(fut.done(), fut.cancelled(), c.done())
    try:
        fut.result()
    except asyncio.CancelledError:
        print("CancelledError as an exception, not cancelled state:", not fut.cancelled())
    c.set_result(3)
    try:
        asyncio.gather(1, 2)
    except TypeError as e:
        print(e)


asyncio.run(main())
