import asyncio


async def crash_after(t):
    await asyncio.sleep(t)
    raise ValueError(t)


async def nested(outer_delay, inner_delay):
    async with asyncio.TaskGroup() as g1:
        g1.create_task(crash_after(outer_delay))
        async with asyncio.TaskGroup() as g2:
            g2.create_task(crash_after(inner_delay))


async def main():
    for delays in ((0.02, 5), (5, 0.02)):
        try:
            await asyncio.create_task(nested(*delays))
        except ExceptionGroup as e:
            inner = e.exceptions[0]
            print(repr(inner), getattr(inner, "exceptions", None))


asyncio.run(main())
