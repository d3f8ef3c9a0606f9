import asyncio


async def wait_for_ever():
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError as e:
        print("inside:", e.args)
        raise


async def main():
    task = asyncio.create_task(wait_for_ever())
    await asyncio.sleep(0)
    task.cancel("shutting down")
    try:
        await task
    except asyncio.CancelledError as e:
        print("outside:", e.args)
    try:
        task.result()
    except asyncio.CancelledError as e:
        print("result():", e.args)
    try:
        task.exception()
    except asyncio.CancelledError as e:
        print("exception():", e.args)


asyncio.run(main())
