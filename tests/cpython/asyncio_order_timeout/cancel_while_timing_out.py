import asyncio


async def work():
    try:
        async with asyncio.timeout(0.05):
            await asyncio.sleep(10)
    except TimeoutError:
        print("work: timeout")
    except asyncio.CancelledError:
        print("work: cancelled from outside")
        raise


async def main():
    t1 = asyncio.create_task(work())
    t2 = asyncio.create_task(work())
    await asyncio.sleep(0.02)
    t1.cancel()
    await asyncio.wait([t1, t2])
    print(t1.cancelled(), t2.cancelled())


asyncio.run(main())
