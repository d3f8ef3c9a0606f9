import asyncio


def zero_error():
    1 / 0


async def zero_error_coro():
    await asyncio.sleep(0)
    1 / 0


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(zero_error)
    await asyncio.sleep(0)
    fut = asyncio.ensure_future(zero_error_coro())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del fut
    print("end")


asyncio.run(main())
