import asyncio


async def other(log):
    log.append("other ran")


async def main():
    log = []
    t = asyncio.create_task(asyncio.sleep(0, "r"))
    await t
    asyncio.create_task(other(log))
    await t
    print("await of a finished task:", log)
    await asyncio.wait_for(t, None)
    print("wait_for(None):", log)
    await asyncio.wait_for(t, 1)
    print("wait_for(1):", log)
    done, pending = await asyncio.wait([t])
    print("wait:", log, done == {t}, pending)


asyncio.run(main())
