import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a, b, c, d = (loop.create_future() for _ in range(4))
    fut = asyncio.gather(a, b, c, d)
    b.set_result(2)
    a.set_result(1)
    await asyncio.sleep(0)
    exc = ZeroDivisionError("first")
    c.set_exception(exc)
    await asyncio.sleep(0)
    print(fut.done(), fut.exception() is exc)
    d.set_exception(ValueError("second, seen by gather"))
    await asyncio.sleep(0)
    print("nothing is logged")

    a, b, c = (loop.create_future() for _ in range(3))
    fut = asyncio.gather(a, b, c, return_exceptions=True)
    a.set_exception(ZeroDivisionError())
    b.cancel()
    c.set_result(3)
    print(await fut)


asyncio.run(main())
