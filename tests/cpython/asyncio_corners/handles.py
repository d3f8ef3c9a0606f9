import asyncio
def f(*a): print('f', a)
async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(f, 1, 'x'); print(h, h.cancelled()); h.cancel(); print(h, h.cancelled()); h.cancel()
    t0 = loop.time()
    t = loop.call_later(0.01, f, 2); print(round(t.when()-t0, 3), type(t).__name__, t < loop.call_at(t0+5, f), t == t)
    t2 = loop.call_at(t0+0.005, f, 3); await asyncio.sleep(0.02)
    print(t.cancelled()); t.cancel(); print(t.cancelled())
    loop.call_later(-1, f, 'neg'); loop.call_soon(f, 'soon'); await asyncio.sleep(0); await asyncio.sleep(0)
    for bad in ('x', None):
        try: loop.call_later(bad, f)
        except TypeError as e: print(e)
    try: loop.call_at(None, f)
    except TypeError as e: print(e)
    import contextvars
    v = contextvars.ContextVar('v'); ctx = contextvars.copy_context(); ctx.run(v.set, 8)
    loop.call_soon(lambda: print(v.get('none'), v.get('d')), context=ctx); loop.call_soon(lambda: print(v.get('none'))); await asyncio.sleep(0)
    print(h == loop.call_soon(f), hash(t) == hash(t))
asyncio.run(main())
