import asyncio


async def source(name, delays):
    for i, d in enumerate(delays):
        await asyncio.sleep(d)
        yield f"{name}{i}"


async def select(**sources):
    nexts = {asyncio.ensure_future(anext(s, None)): (n, s) for n, s in sources.items()}
    while nexts:
        done, _ = await asyncio.wait(nexts, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            name, s = nexts.pop(task)
            value = task.result()
            if value is None:
                print(name, "is exhausted")
            else:
                yield name, value
                nexts[asyncio.ensure_future(anext(s, None))] = (name, s)


async def main():
    async for name, value in select(x=source("x", [0.05, 0.1]), y=source("y", [0.1, 0.1, 0.1])):
        print(name, value)


asyncio.run(main())
