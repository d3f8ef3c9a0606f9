import asyncio

ticks = []


async def every(period, name, times):
    for _ in range(times):
        await asyncio.sleep(period)
        ticks.append(name)


async def main():
    await asyncio.gather(every(0.25, "slow", 2), every(0.1, "quick", 4))


asyncio.run(main())
print(ticks)
