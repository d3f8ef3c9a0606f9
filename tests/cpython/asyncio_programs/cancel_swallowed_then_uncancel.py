import asyncio


async def stubborn():
    while True:
        try:
            await asyncio.sleep(1)
            return "finished"
        except asyncio.CancelledError:
            t = asyncio.current_task()
            print("swallowed, cancelling =", t.cancelling())
            print("uncancel ->", t.uncancel())


async def main():
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0.1)
    for _ in range(3):
        t.cancel()
        await asyncio.sleep(0)
    print(await t, t.cancelling(), t.cancelled())


asyncio.run(main())
