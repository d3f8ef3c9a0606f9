import asyncio
async def a(): print('a'); await asyncio.sleep(0); print('a2')
async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.Task(a(), loop=loop, eager_start=True); print('made', t.done()); await t
    t = asyncio.Task(a(), loop=loop, name='x'); print('made', t.get_name()); await t
    def fac(loop, coro, **kw):
        print('fac', kw); return asyncio.Task(coro, loop=loop, **kw)
    loop.set_task_factory(fac)
    t = asyncio.create_task(a(), name='n'); print(t.get_name()); await t
    try: loop.set_task_factory(5)
    except TypeError as e: print(e)
    loop.set_task_factory(None); print(loop.get_task_factory())
asyncio.run(main())
