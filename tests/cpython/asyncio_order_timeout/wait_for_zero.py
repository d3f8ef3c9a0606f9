import asyncio


async def quick():
    print("quick body")
    return "q"


async def main():
    try:
        print(await asyncio.wait_for(quick(), 0))
    except TimeoutError:
        print("timed out before it started")
    t = asyncio.create_task(quick())
    await t
    print(await asyncio.wait_for(t, 0))
    fut = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(fut, -1)
    except TimeoutError:
        print("future cancelled:", fut.cancelled())


asyncio.run(main())
