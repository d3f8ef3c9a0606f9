import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(None) as cm:
        print("when:", cm.when(), "expired:", cm.expired())
        cm.reschedule(loop.time() + 0.5)
        print("has a deadline:", cm.when() is not None)
        await asyncio.sleep(0.01)
    print("ended in time:", not cm.expired())

    try:
        async with asyncio.timeout(10) as cm:
            cm.reschedule(loop.time() + 0.02)
            await asyncio.sleep(5)
    except TimeoutError:
        print("rescheduled deadline hit:", cm.expired())
    try:
        cm.reschedule(None)
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
