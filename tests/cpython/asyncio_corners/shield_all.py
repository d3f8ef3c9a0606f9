import asyncio
async def inner(n, d=0.03):
    try: await asyncio.sleep(d); print('inner done', n); return n
    except asyncio.CancelledError: print('inner cancelled', n); raise
async def bad(): await asyncio.sleep(0.02); raise ValueError('late')
async def main():
    t = asyncio.create_task(inner(1))
    s = asyncio.shield(t)
    print(type(s).__name__, s is t)
    async def outer(): return await asyncio.shield(t)
    o = asyncio.create_task(outer())
    await asyncio.sleep(0.01); o.cancel()
    try: await o
    except asyncio.CancelledError: print('outer cancelled', t.done())
    print(await t, s.result() if s.done() else s)
    s = asyncio.shield(inner(2)); await asyncio.sleep(0); s.cancel()
    try: await s
    except asyncio.CancelledError: print('s cancelled')
    await asyncio.sleep(0.05)
    s = asyncio.shield(bad()); s.cancel(); await asyncio.sleep(0.05)
    t = asyncio.create_task(inner(3)); s = asyncio.shield(t); await asyncio.sleep(0); t.cancel()
    try: await s
    except asyncio.CancelledError: print('via inner', s.cancelled())
    f = asyncio.get_running_loop().create_future(); f.set_result(1)
    print(asyncio.shield(f) is f)
asyncio.run(main())
