import asyncio


async def slow_producer(q):
    for i in range(2):
        await asyncio.sleep(0.12)
        await q.put(i)


async def main():
    q = asyncio.Queue()
    t = asyncio.create_task(slow_producer(q))
    got = misses = 0
    while got < 2:
        try:
            print("got", await asyncio.wait_for(q.get(), 0.08))
            got += 1
        except TimeoutError:
            misses += 1
            print("nothing yet")
        if misses > 10:
            break
    await t


asyncio.run(main())
