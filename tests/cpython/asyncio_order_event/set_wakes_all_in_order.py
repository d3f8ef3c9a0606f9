import asyncio


async def waiter(name, event):
    print(name, "waits")
    await event.wait()
    print(name, "runs")


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "abc"]
    await asyncio.sleep(0)
    event.set()
    print("set")
    late = asyncio.create_task(waiter("late", event))
    await asyncio.gather(*tasks, late)


asyncio.run(main())
