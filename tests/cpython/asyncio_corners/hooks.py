import asyncio, sys
def fi(g): print('first', g.__name__)
def fz(g): print('final', g.__name__)
async def ag(): yield 1
sys.set_asyncgen_hooks(fi, fz); print(sys.get_asyncgen_hooks().firstiter is fi)
a = ag(); n = a.__anext__()
try: n.send(None)
except StopIteration as e: print(e.value)
del a, n
async def main():
    print(sys.get_asyncgen_hooks().firstiter is fi); x = ag(); await anext(x); del x; await asyncio.sleep(0)
asyncio.run(main()); print(sys.get_asyncgen_hooks().finalizer is fz)
