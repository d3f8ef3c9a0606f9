import asyncio


async def on_event(e, log):
    await e.wait()
    log.append("event")


async def on_queue(q, log):
    await q.get()
    log.append("queue")


async def on_lock(l, log):
    async with l:
        log.append("lock")


async def on_future(f, log):
    await f
    log.append("future")


async def main():
    log = []
    e, q, l, f = asyncio.Event(), asyncio.Queue(), asyncio.Lock(), asyncio.get_running_loop().create_future()
    await l.acquire()
    tasks = [asyncio.create_task(c) for c in (on_lock(l, log), on_future(f, log), on_queue(q, log), on_event(e, log))]
    await asyncio.sleep(0)
    e.set()
    q.put_nowait(1)
    l.release()
    f.set_result(None)
    await asyncio.gather(*tasks)
    print(log)


asyncio.run(main())
