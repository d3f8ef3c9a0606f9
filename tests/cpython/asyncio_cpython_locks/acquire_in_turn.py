import asyncio


async def main():
    lock = asyncio.Lock()
    got = []
    assert await lock.acquire()

    async def client(n):
        if await lock.acquire():
            got.append(n)
        return n

    t1, t2 = asyncio.create_task(client(1)), asyncio.create_task(client(2))
    await asyncio.sleep(0)
    print(got)
    lock.release()
    await asyncio.sleep(0)
    print(got)
    await asyncio.sleep(0)
    print(got)
    t3 = asyncio.create_task(client(3))
    lock.release()
    await asyncio.sleep(0)
    print(got)
    lock.release()
    await asyncio.sleep(0)
    print(got, [t.result() for t in (t1, t2, t3)])


asyncio.run(main())
