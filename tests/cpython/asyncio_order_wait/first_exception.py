import asyncio


async def job(name, turns, fails=False):
    for _ in range(turns):
        await asyncio.sleep(0)
    print(name, "ends")
    if fails:
        raise ValueError(name)


async def main():
    tasks = [
        asyncio.create_task(job("a", 1), name="a"),
        asyncio.create_task(job("b", 2, fails=True), name="b"),
        asyncio.create_task(job("c", 5), name="c"),
    ]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print("done", sorted(t.get_name() for t in done), "pending", [t.get_name() for t in pending])
    for t in sorted(done, key=lambda t: t.get_name()):
        print(t.get_name(), repr(t.exception()))
    await asyncio.wait(pending)


asyncio.run(main())
