import asyncio
async def a(n):
    print('start', n, asyncio.current_task().get_name())
    return n
async def b(n):
    print('b', n); await asyncio.sleep(0); print('b2', n); return n
async def bad(): raise ValueError('eager')
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    t = asyncio.create_task(a(1), name='one'); print(t.done(), t.result(), t)
    t2 = asyncio.create_task(b(2)); print('after', t2.done(), len(asyncio.all_tasks()))
    print(await asyncio.gather(a(3), b(4), a(5)))
    t3 = asyncio.create_task(bad()); print(t3.done(), repr(t3.exception()))
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(a(6)); y = tg.create_task(b(7)); print('in tg', x.done(), y.done())
    try:
        async with asyncio.timeout(0.01): await asyncio.create_task(asyncio.sleep(1))
    except TimeoutError: print('to')
    async def canc():
        asyncio.current_task().cancel()
        await asyncio.sleep(0)
    t = asyncio.create_task(canc()); print(t.done(), t.cancelling())
    try: await t
    except asyncio.CancelledError: print('cancelled')
    def cb(f): print('cb', f.result())
    t = asyncio.create_task(a(9)); t.add_done_callback(cb); print('added'); await asyncio.sleep(0)
asyncio.run(main())
