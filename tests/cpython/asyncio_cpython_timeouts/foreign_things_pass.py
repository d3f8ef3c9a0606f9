import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01) as cm:
            raise KeyError
    except KeyError:
        print("KeyError", cm.expired())
    try:
        async with asyncio.timeout(10) as cm:
            asyncio.current_task().cancel()
            await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("CancelledError", cm.expired(), asyncio.current_task().uncancel())

    async def outer():
        try:
            async with asyncio.timeout(0.001):
                await asyncio.sleep(10)
        except TimeoutError:
            return "handled"

    task = asyncio.create_task(outer())
    print(await task, task.cancelled())


asyncio.run(main())
