import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0, -11):
        t0 = loop.time()
        try:
            async with asyncio.timeout(delay) as cm:
                await asyncio.sleep(0)
                print("not reached")
        except TimeoutError:
            print(cm.expired(), cm.when() <= loop.time(), cm.when() >= t0)
    async with asyncio.timeout(0) as cm:
        pass
    print(cm.expired())


asyncio.run(main())
