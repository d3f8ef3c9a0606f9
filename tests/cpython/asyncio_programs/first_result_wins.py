import asyncio


async def mirror(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ConnectionError(name)
        return name
    except asyncio.CancelledError:
        print("cancel", name)
        raise


async def first(*coros):
    tasks = [asyncio.create_task(c) for c in coros]
    try:
        while tasks:
            done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for t in done:
                if t.exception() is None:
                    return t.result()
                print("failed", t.exception())
            tasks = [t for t in tasks if t in pending]
        raise RuntimeError("all failed")
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    print(await first(mirror("a", 0.3), mirror("b", 0.1, True), mirror("c", 0.2)))


asyncio.run(main())
