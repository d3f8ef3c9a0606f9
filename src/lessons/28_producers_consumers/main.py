import asyncio


async def baker(queue):
    for n in range(1, 7):
        await asyncio.sleep(0.3)
        await queue.put(n)  #: put
        print(f"loaf {n} on the shelf, {queue.qsize()} there")  #: baked


async def seller(name, queue, seconds):
    while True:
        loaf = await queue.get()  #: get
        print(f"{name} sells loaf {loaf}")  #: sold
        await asyncio.sleep(seconds)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)  # en: room for two loaves  # zh: 架子上只放得下两个
    sellers = [
        asyncio.create_task(seller("Ann", queue, 1.1), name="Ann"),
        asyncio.create_task(seller("Bob", queue, 1.6), name="Bob"),
    ]
    await baker(queue)
    await queue.join()  #: join
    print("sold out")  #: sold-out
    for task in sellers:
        task.cancel()


asyncio.run(main())
