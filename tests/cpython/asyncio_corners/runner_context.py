import asyncio, contextvars
v = contextvars.ContextVar('v', default=0)
async def setv(x): 
    old = v.get(); v.set(x); return old
ctx = contextvars.copy_context()
with asyncio.Runner() as r:
    print(r.run(setv(1)), r.run(setv(2)), v.get())
    print(r.run(setv(9), context=ctx), ctx[v], r.run(setv(3)))
