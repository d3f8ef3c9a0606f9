import asyncio, contextvars
v = contextvars.ContextVar('v', default='d')
async def child(n):
    print(n, v.get()); v.set(n); await asyncio.sleep(0); print(n, v.get())
async def main():
    v.set('m'); await asyncio.gather(child('a'), child('b')); print(v.get()); await child('direct'); print(v.get())
    ctx = contextvars.copy_context(); t = asyncio.create_task(child('c'), context=ctx); await t; print(ctx[v], v.get(), t.get_context() is ctx)
    async with asyncio.TaskGroup() as tg: tg.create_task(child('tg'), context=ctx)
    print(ctx[v])
    tok = v.set('x'); print(tok.old_value, tok.var is v); v.reset(tok); print(v.get())
    async def gen():
        v.set('in gen'); yield v.get(); print('gen', v.get()); yield v.get()
    async for x in gen(): print(x, v.get()); v.set('outer')
    loop = asyncio.get_running_loop(); f = loop.create_future(); f.add_done_callback(lambda f: print('cb', v.get())); f.add_done_callback(lambda f: print('cb2', v.get()), context=ctx); v.set('later'); f.set_result(1); await asyncio.sleep(0)
    print(await asyncio.to_thread(v.get))
asyncio.run(main())
