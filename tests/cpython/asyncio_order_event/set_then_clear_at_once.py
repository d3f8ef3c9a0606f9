import asyncio


async def waiter(event):
    for _ in range(2):
        await event.wait()
        print("waiter: through, is_set:", event.is_set())
        await asyncio.sleep(0)


async def main():
    event = asyncio.Event()
    t = asyncio.create_task(waiter(event))
    for _ in range(2):
        await asyncio.sleep(0)
        event.set()
        event.clear()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("main turn")
    print("waiter finished:", t.done())
    t.cancel()


asyncio.run(main())
