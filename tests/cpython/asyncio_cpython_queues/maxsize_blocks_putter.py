import asyncio


async def main():
    q = asyncio.Queue(maxsize=2)
    put = []

    async def putter():
        for i in range(3):
            await q.put(i)
            put.append(i)
        return True

    t = asyncio.create_task(putter())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(put)
    print(await q.get())
    await asyncio.sleep(0)
    print(put, await q.get(), await q.get(), t.done(), t.result())


asyncio.run(main())
