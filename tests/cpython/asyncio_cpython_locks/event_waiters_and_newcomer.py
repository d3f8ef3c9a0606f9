import asyncio


async def main():
    event, got = asyncio.Event(), []

    async def waiter(n):
        if await event.wait():
            got.append(n)

    t1, t2 = asyncio.create_task(waiter(1)), asyncio.create_task(waiter(2))
    await asyncio.sleep(0)
    print(got, event.is_set())
    t3 = asyncio.create_task(waiter(3))
    event.set()
    await asyncio.sleep(0)
    print(got, [t.done() for t in (t1, t2, t3)])
    print(await event.wait())


asyncio.run(main())
