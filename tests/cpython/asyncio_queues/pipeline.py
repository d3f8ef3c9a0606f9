import asyncio

STOP = object()


async def stage(name, function, source, sink):
    while (item := await source.get()) is not STOP:
        result = function(item)
        print(f"{name}: {item} -> {result}")
        await sink.put(result)
    await sink.put(STOP)


async def main():
    a, b, c = (asyncio.Queue(1) for _ in range(3))
    asyncio.create_task(stage("double", lambda x: x * 2, a, b))
    asyncio.create_task(stage("text", str, b, c))

    async def feed():
        for i in range(3):
            await a.put(i)
        await a.put(STOP)

    asyncio.create_task(feed())
    out = []
    while (item := await c.get()) is not STOP:
        out.append(item)
    print(out)


asyncio.run(main())
