import asyncio

cache = {}


async def load(key):
    print(f"loading {key}")  #: loading
    await asyncio.sleep(1)
    return key.upper()


async def get(key):
    if key not in cache:  # en: both readers see nothing here  # zh: 两个读者都会看到：还没有
        cache[key] = await load(key)  #: await-load
    return cache[key]


async def get_once(key):
    if key not in cache:
        cache[key] = asyncio.create_task(load(key), name="load")  # en: stored before any await  # zh: 先存起来，再等待  #: store
    return await cache[key]  #: await-task


async def main():
    print(await asyncio.gather(get("a"), get("a")))  #: race
    print(await asyncio.gather(get_once("b"), get_once("b")))  #: mended


asyncio.run(main())
