import asyncio
async def g():
    try:
        for i in range(5): yield i
    except GeneratorExit: print('GE'); raise
    finally: print('fin')
async def f():
    async for x in g():
        if x == 2: return x
async def main():
    print(await f()); await asyncio.sleep(0); print('-')
    async for x in g():
        if x: break
    print('after break'); await asyncio.sleep(0.01); print('-')
    from contextlib import aclosing
    async with aclosing(g()) as a:
        async for x in a: print(x); break
    print('aclosed')
    a = g(); await anext(a); t = asyncio.create_task(anext(a)); await asyncio.sleep(0); print(await t); del a, t; await asyncio.sleep(0.01); print('end')
asyncio.run(main())
