import asyncio


async def coro(tag):
    print(tag, "start")
    await asyncio.sleep(0)
    print(tag, "end")


async def main():
    t = asyncio.create_task(coro("task"))
    f = asyncio.ensure_future(coro("ensured"))
    g = asyncio.gather(coro("gathered"))
    s = asyncio.shield(coro("shielded"))
    print("all made")
    await coro("awaited")
    print("awaited done", [x.done() for x in (t, f, g, s)])
    await asyncio.sleep(0)
    print("one more turn", [x.done() for x in (t, f, g, s)])
    await g
    await s


asyncio.run(main())
