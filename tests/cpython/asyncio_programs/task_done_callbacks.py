import asyncio


def on_done(name, task):
    if task.cancelled():
        print(name, "cancelled")
    elif task.exception():
        print(name, "failed:", task.exception())
    else:
        print(name, "->", task.result())


async def ok():
    return 1


async def bad():
    raise ValueError("bad")


async def slow():
    await asyncio.sleep(10)


async def main():
    from functools import partial
    ts = []
    for f in (ok, bad, slow):
        t = asyncio.create_task(f())
        t.add_done_callback(partial(on_done, f.__name__))
        ts.append(t)
    await asyncio.sleep(0)
    ts[2].cancel()
    await asyncio.wait(ts)
    print(ts[0].remove_done_callback(on_done))
    ts[0].add_done_callback(lambda t: print("late callback"))
    ts[0].add_done_callback(lambda t: 1 / 0)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
