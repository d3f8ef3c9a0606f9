import asyncio


async def scenario(extra_turn):
    cond, state, log = asyncio.Condition(), 0, []

    async def consumer(n):
        nonlocal state
        async with cond:
            while True:
                await cond.wait_for(lambda: state != 0)
                if state < 0:
                    return
                state -= 1
                log.append(n)

    consumers = [asyncio.create_task(consumer(n)) for n in range(2)]
    await asyncio.sleep(0)
    async with cond:
        state += 1
        cond.notify(1)
        if extra_turn:
            await asyncio.sleep(0)
        consumers[0].cancel()
        try:
            async with asyncio.timeout(0.05):
                await cond.wait_for(lambda: state == 0)
        except TimeoutError:
            pass
        print("state", state, "consumed by", log)
        state = -1
        cond.notify_all()
    await consumers[1]
    print([c.cancelled() for c in consumers])


asyncio.run(scenario(False))
asyncio.run(scenario(True))
