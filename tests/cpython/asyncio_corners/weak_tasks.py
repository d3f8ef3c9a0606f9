import asyncio, weakref
async def w(): await asyncio.sleep(0.01); return 5
async def main():
    t = asyncio.create_task(w()); r = weakref.ref(t); s = weakref.WeakSet([t]); print(r() is t, len(s)); print(await t); del t; print(r() is None, len(s))
    f = asyncio.Future(); r = weakref.ref(f, lambda r: print('gone')); del f
    d = weakref.WeakKeyDictionary(); t = asyncio.create_task(w()); d[t] = 1; await t; print(len(d)); t = None; print(len(d))
    bg = set(); t = asyncio.create_task(w()); bg.add(t); t.add_done_callback(bg.discard); await asyncio.sleep(0.1); print(len(bg))
asyncio.run(main())
