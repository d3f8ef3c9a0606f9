import asyncio


async def job():
    await asyncio.sleep(0.01)
    return [1, 2]


async def fails():
    raise KeyError("k")


async def main():
    t = asyncio.create_task(job(), name="job")
    print(t)
    await asyncio.sleep(0)
    print(repr(t).split(" wait_for=")[0])
    await t
    print(t)
    f = asyncio.create_task(fails(), name="fails")
    await asyncio.wait([f])
    print(f, repr(f.exception()))
    c = asyncio.create_task(job(), name="cancelled one")
    c.cancel()
    print(c)
    await asyncio.wait([c])
    print(c)


asyncio.run(main())
