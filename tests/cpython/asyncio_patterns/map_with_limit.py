import asyncio


async def map_limited(function, items, limit):
    sem = asyncio.Semaphore(limit)

    async def one(item):
        async with sem:
            return await function(item)

    return await asyncio.gather(*(one(i) for i in items))


async def shout(word):
    print("start", word)
    await asyncio.sleep(0.02)
    print("end", word)
    return word.upper() + "!"


print(asyncio.run(map_limited(shout, "to be or not".split(), 2)))
