import asyncio
async def g():
    try:
        x = yield 1
        print('x', x)
        try: yield 2
        except ValueError as e: print('caught', e); yield 'after'
        yield 3
    finally:
        await asyncio.sleep(0); print('fin')
async def main():
    a = g(); print(await a.asend(None), await a.asend('hi'), await a.athrow(ValueError('v')), await anext(a))
    try: await anext(a)
    except StopAsyncIteration: print('stop')
    print(await anext(a, 'dflt')); await a.aclose()
    a = g(); await anext(a); await a.aclose(); await a.aclose()
    try: await a.asend(1)
    except StopAsyncIteration: print('closed')
    a = g()
    try: await a.athrow(KeyError('before'))
    except KeyError as e: print(repr(e))
    a = g()
    try: await a.asend(5)
    except TypeError as e: print(e)
    a = g(); n = a.__anext__(); print(type(n).__name__, type(a.aclose()).__name__)
    try: n.send(None)
    except StopIteration as e: print('SI', e.value)
    try: n.send(None)
    except RuntimeError as e: print(e)
    print([x async for x in g() if x], {x async for x in g()}, {x: 1 async for x in g()})
    print(a.ag_running, a.ag_await, a.ag_frame is not None, a.ag_code.co_name)
    async def two():
        yield 1
        await asyncio.sleep(0.01)
        yield 2
    t = two(); await anext(t)
    r = await asyncio.gather(anext(t), anext(t), return_exceptions=True); print([repr(x) for x in r])
    await a.aclose()
asyncio.run(main())
