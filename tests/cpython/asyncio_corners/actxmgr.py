import asyncio, contextlib
class A:
    def __init__(s, n, sup=False): s.n=n; s.sup=sup
    async def __aenter__(s): print('enter', s.n); await asyncio.sleep(0); return s
    async def __aexit__(s, t, v, tb): print('exit', s.n, t and t.__name__); await asyncio.sleep(0); return s.sup
@contextlib.asynccontextmanager
async def cm(n):
    print('cm in', n)
    try: yield n
    except ValueError as e: print('cm caught', e)
    finally: print('cm out', n)
class NoExit:
    async def __aenter__(s): return 1
class SyncOnly:
    def __enter__(s): return 1
    def __exit__(s,*a): pass
async def main():
    async with A(1) as a, cm(2) as b, A(3, True): print(a.n, b); raise KeyError('k')
    print('swallowed')
    async with cm('v'): raise ValueError('vv')
    try:
        async with cm('k'): raise KeyError('kk')
    except KeyError as e: print(repr(e))
    for x in (NoExit(), SyncOnly(), 5):
        try:
            async with x: pass
        except (TypeError, AttributeError) as e: print(type(e).__name__, e)
    try:
        with A(9): pass
    except TypeError as e: print(e)
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(A('s')); st.push_async_callback(asyncio.sleep, 0); st.callback(print, 'cb'); await st.enter_async_context(cm('t')); raise ValueError('es')
    @contextlib.asynccontextmanager
    async def noyield():
        if 0: yield
    try:
        async with noyield(): pass
    except RuntimeError as e: print(e)
    @contextlib.asynccontextmanager
    async def twice():
        yield 1
        yield 2
    try:
        async with twice(): pass
    except RuntimeError as e: print(e)
    async with contextlib.nullcontext(5) as n: print(n)
    @cm('deco')
    async def deco(): print('in deco')
    await deco()
asyncio.run(main())
