import asyncio


async def main():
    try:
        async with asyncio.timeout(0) as cm:
            print("body runs")
            x = sum(range(10))
            print("sum", x)
            await asyncio.sleep(0)
            print("one sleep(0) passed")
            await asyncio.sleep(0)
            print("two sleep(0) passed")
            await asyncio.sleep(1)
    except TimeoutError:
        print("timed out", cm.expired())
    async with asyncio.timeout(0) as cm:
        pass
    print("no await, no timeout:", cm.expired())


asyncio.run(main())
