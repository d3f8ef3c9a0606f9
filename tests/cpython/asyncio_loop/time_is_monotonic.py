import asyncio


async def main():
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    await asyncio.sleep(0.05)
    t1 = loop.time()
    print(type(t0).__name__, 0.045 < t1 - t0 < 0.5)
    marks = []
    for _ in range(5):
        marks.append(loop.time())
        await asyncio.sleep(0)
    print(marks == sorted(marks))
    h = loop.call_at(t1 + 100, print)
    print(round(h.when() - t1))
    h.cancel()


asyncio.run(main())
