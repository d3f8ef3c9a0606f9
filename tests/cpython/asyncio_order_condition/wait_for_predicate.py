import asyncio


async def consumer(cond, items):
    async with cond:
        print("consumer: waiting for three")
        await cond.wait_for(lambda: len(items) >= 3)
        print("consumer: sees", items)


async def producer(cond, items):
    for i in range(4):
        async with cond:
            items.append(i)
            print("producer: added", i)
            cond.notify_all()
        await asyncio.sleep(0)


async def main():
    cond, items = asyncio.Condition(), []
    await asyncio.gather(consumer(cond, items), producer(cond, items))


asyncio.run(main())
