import asyncio


def drive(coro):
    """Runs a coroutine by hand, as a loop would."""
    try:
        yielded = coro.send(None)
    except StopIteration as stop:
        return "returned", stop.value
    return "yielded", yielded


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()

    async def wants():
        return await fut

    coro = wants()
    what, value = drive(coro)
    print(what, value is fut)
    fut.set_result("now")
    print(drive(coro))

    coro = asyncio.sleep(0, "slept")
    print(drive(coro), drive(coro))


asyncio.run(main())
