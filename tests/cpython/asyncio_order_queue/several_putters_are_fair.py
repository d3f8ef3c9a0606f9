import asyncio


async def putter(name, q):
    for i in range(2):
        await q.put(f"{name}{i}")
        print(name, "put", i)


async def main():
    q = asyncio.Queue(1)
    putters = [asyncio.create_task(putter(n, q)) for n in "abc"]
    await asyncio.sleep(0)
    order = []
    for _ in range(6):
        order.append(await q.get())
        await asyncio.sleep(0)
    await asyncio.gather(*putters)
    print(order)


asyncio.run(main())
