import asyncio


async def cached(key, cache):
    if key not in cache:
        print("miss", key)
        await asyncio.sleep(0)
        cache[key] = key.upper()
    return cache[key]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    cache = {}
    first = asyncio.create_task(cached("a", cache))
    print(first.done())
    await first
    second = asyncio.create_task(cached("a", cache))
    print(second.done(), second.result())


asyncio.run(main())
