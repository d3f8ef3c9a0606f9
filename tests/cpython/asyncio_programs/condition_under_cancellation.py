import asyncio


async def waiter(cond, n, log):
    async with cond:
        try:
            await cond.wait()
            log.append(("woken", n))
        except asyncio.CancelledError:
            log.append(("cancelled", n, cond.locked()))
            raise


async def main():
    cond = asyncio.Condition()
    log = []
    ts = [asyncio.create_task(waiter(cond, n, log)) for n in range(4)]
    await asyncio.sleep(0)
    ts[1].cancel()
    async with cond:
        cond.notify(2)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log, cond.locked())
    async with cond:
        cond.notify_all()
    print(await asyncio.gather(*ts, return_exceptions=True))
    print(log)
    try:
        cond.notify()
    except RuntimeError as e:
        print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    async with cond:
        print(await cond.wait_for(lambda: 42))


asyncio.run(main())
