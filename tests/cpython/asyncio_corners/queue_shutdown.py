import asyncio
async def main():
    q = asyncio.Queue(2)
    async def getter(n):
        try:
            while True: print('got', n, await q.get()); q.task_done()
        except asyncio.QueueShutDown as e: print('down', n, repr(e))
    async def putter():
        try:
            for i in range(10): await q.put(i); print('put', i)
        except asyncio.QueueShutDown as e: print('putter down', repr(e))
    p = asyncio.create_task(putter()); await asyncio.sleep(0)
    print(q); q.shutdown(); print(q)
    for f in (lambda: q.put_nowait(1),):
        try: f()
        except asyncio.QueueShutDown as e: print(repr(e))
    g = asyncio.create_task(getter('g'))
    await asyncio.gather(p, g)
    await q.join()
    try: q.get_nowait()
    except asyncio.QueueShutDown as e: print(repr(e))
    q = asyncio.Queue()
    for i in range(3): q.put_nowait(i)
    j = asyncio.create_task(q.join()); await asyncio.sleep(0)
    q.shutdown(immediate=True); print(q, q.empty()); await j
    try: await q.get()
    except asyncio.QueueShutDown: print('sd')
    q = asyncio.Queue(); gs = [asyncio.create_task(q.get()) for _ in range(2)]; await asyncio.sleep(0); print(q); q.shutdown(True)
    print(await asyncio.gather(*gs, return_exceptions=True))
    try: q.task_done()
    except ValueError as e: print(e)
asyncio.run(main())
