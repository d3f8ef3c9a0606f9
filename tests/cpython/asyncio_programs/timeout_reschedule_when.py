import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    async with asyncio.timeout(None) as cm:
        print(cm.when(), cm)
        cm.reschedule(start + 0.3)
        print(round(cm.when() - start, 3))
        await asyncio.sleep(0.1)
        cm.reschedule(start + 0.2)
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled at", round(loop.time() - start, 1), cm.expired())
            cm2 = asyncio.timeout(1)
            try:
                cm2.reschedule(None)
            except RuntimeError as e:
                print(e)
            raise


try:
    asyncio.run(main())
except TimeoutError as e:
    print("TimeoutError", e.args, type(e.__context__).__name__)


async def second():
    cm = asyncio.timeout(5)
    async with cm:
        pass
    for f in (lambda: cm.reschedule(1), lambda: asyncio.timeout(1).reschedule(1)):
        try:
            f()
        except RuntimeError as e:
            print("RuntimeError:", e)
    try:
        async with cm:
            pass
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(second())
