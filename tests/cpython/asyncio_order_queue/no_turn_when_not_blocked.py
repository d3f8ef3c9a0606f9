import asyncio


async def other():
    print("other task runs")


async def main():
    q = asyncio.Queue(3)
    asyncio.create_task(other())
    await q.put(1)
    await q.put(2)
    print("two put without a switch")
    print(await q.get(), await q.get())
    print("and two taken")
    await asyncio.sleep(0)


asyncio.run(main())
