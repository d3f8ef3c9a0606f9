import asyncio


async def stream(name, delay, n):
    for i in range(n):
        await asyncio.sleep(delay)
        yield f"{name}{i}"


async def merge(*streams):
    queue = asyncio.Queue()
    done = object()

    async def pump(s):
        async for item in s:
            await queue.put(item)
        await queue.put(done)

    async with asyncio.TaskGroup() as tg:
        for s in streams:
            tg.create_task(pump(s))
        left = len(streams)
        while left:
            item = await queue.get()
            if item is done:
                left -= 1
            else:
                yield item


async def main():
    async for item in merge(stream("a", 0.05, 3), stream("b", 0.08, 1)):
        print(item)


asyncio.run(main())
