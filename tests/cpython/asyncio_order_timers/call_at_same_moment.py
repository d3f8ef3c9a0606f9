import asyncio


async def main():
    loop = asyncio.get_running_loop()
    base = loop.time()
    finished = asyncio.Event()
    loop.call_at(base + 0.08, finished.set)
    loop.call_at(base + 0.06, print, "C")
    loop.call_at(base + 0.02, print, "A")
    loop.call_at(base + 0.04, print, "B")
    await finished.wait()
    print("past", loop.time() >= base + 0.08)


asyncio.run(main())
