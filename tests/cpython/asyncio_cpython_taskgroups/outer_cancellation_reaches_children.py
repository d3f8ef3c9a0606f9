import asyncio


async def main():
    num = 0

    async def child():
        nonlocal num
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            num += 1
            raise

    async def runner(wait_in_body):
        nonlocal num
        async with asyncio.TaskGroup() as g:
            g.create_task(child())
            if wait_in_body:
                try:
                    await asyncio.sleep(10)
                except asyncio.CancelledError:
                    num += 10
                    raise

    for wait_in_body in (False, True):
        num = 0
        r = asyncio.create_task(runner(wait_in_body))
        await asyncio.sleep(0.02)
        print(r.done())
        r.cancel()
        try:
            await r
        except asyncio.CancelledError:
            print("CancelledError", num)


asyncio.run(main())
