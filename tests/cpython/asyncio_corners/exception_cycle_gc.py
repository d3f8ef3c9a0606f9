import asyncio, gc, weakref
class Big: pass
async def fails(b): raise ValueError('x')
async def main():
    b = Big(); r = weakref.ref(b)
    try: await fails(b)
    except ValueError as e: pass
    del b; print(r() is None)
    b = Big(); r = weakref.ref(b)
    try: await fails(b)
    except ValueError as e: err = e
    del b; print(r() is None); del err; print(r() is None); gc.collect(); print(r() is None)
    t = asyncio.create_task(fails(b := Big())); r = weakref.ref(b); await asyncio.wait([t]); del b; print(r() is None); t.exception(); del t; print(r() is None)
asyncio.run(main())
