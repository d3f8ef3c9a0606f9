import asyncio


async def waiter(name, sem):
    async with sem:
        print(name, "in")
        await asyncio.sleep(0)
    print(name, "out")


async def main():
    sem = asyncio.Semaphore(1)
    first = [asyncio.create_task(waiter(f"old{i}", sem)) for i in range(3)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    newcomer = asyncio.create_task(waiter("new", sem))
    await asyncio.gather(*first, newcomer)


asyncio.run(main())
