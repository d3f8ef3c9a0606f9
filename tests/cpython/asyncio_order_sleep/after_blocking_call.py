import asyncio
import time


async def tick(name, delay):
    await asyncio.sleep(delay)
    print(name)


async def main():
    tasks = [
        asyncio.create_task(tick("60 ms", 0.06)),
        asyncio.create_task(tick("20 ms", 0.02)),
        asyncio.create_task(tick("40 ms", 0.04)),
    ]
    await asyncio.sleep(0)
    print("blocking everyone")
    time.sleep(0.1)
    print("unblocked; all three timers are overdue")
    for t in tasks:
        await t


asyncio.run(main())
