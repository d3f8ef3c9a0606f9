import asyncio

shielded = []


async def make_request(sleep):
    try:
        async with asyncio.timeout(0.05):
            await asyncio.sleep(sleep)
            return "finished"
    except TimeoutError:
        return "timed out"


async def outer(with_timeout):
    me = asyncio.current_task()
    if with_timeout:
        print(await make_request(10), me.cancelling())
    try:
        async with asyncio.timeout(5):
            await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("outer cancel", me.cancelling(), me.uncancel())
        await asyncio.sleep(0)
        return "recovered"


async def main():
    for with_timeout in (False, True):
        t = asyncio.create_task(outer(with_timeout))
        await asyncio.sleep(0.15)
        t.cancel()
        print(await t)


asyncio.run(main())
