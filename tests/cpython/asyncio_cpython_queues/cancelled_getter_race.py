import asyncio


async def main():
    q = asyncio.Queue()
    t1, t2 = asyncio.create_task(q.get()), asyncio.create_task(q.get())
    await asyncio.sleep(0)
    t1.cancel()
    await asyncio.sleep(0)
    print(t1.done())
    await q.put("a")
    await asyncio.sleep(0)
    print(await t2)
    try:
        await asyncio.wait_for(q.get(), 0.02)
    except TimeoutError:
        print("getters left:", len(q._getters))


asyncio.run(main())
