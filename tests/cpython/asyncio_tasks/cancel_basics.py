import asyncio


async def sleeper():
    print("sleeper: going to bed")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("sleeper: woken too early")
        raise
    print("never printed")


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0.01)
    print("cancel() says", task.cancel())
    print("cancelled yet?", task.cancelled(), task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print("main: it is cancelled now")
    print(task.cancelled(), task.done())
    print("cancel() of a finished task says", task.cancel())


asyncio.run(main())
