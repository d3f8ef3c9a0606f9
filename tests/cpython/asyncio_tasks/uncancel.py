import asyncio


async def patient():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("requests:", me.cancelling())
        print("uncancel ->", me.uncancel())
        print("uncancel ->", me.uncancel())
        print("uncancel ->", me.uncancel())
    await asyncio.sleep(0)
    return "recovered"


async def main():
    task = asyncio.create_task(patient())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print("from outside:", task.cancelling())
    print(await task)


asyncio.run(main())
