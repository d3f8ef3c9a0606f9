import asyncio
async def a():
    try: await asyncio.sleep(1)
    finally: print('a fin'); await asyncio.sleep(0.01); print('a fin2')
async def b():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError as e: print('b', e.args); raise ValueError('from cancel')
async def c():
    while True:
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print('c ignore', asyncio.current_task().cancelling()); 
        if asyncio.current_task().cancelling() > 2: break
async def d(): 
    await a()
async def e():
    await asyncio.gather(a(), d())
async def f():
    try: raise asyncio.CancelledError('manual')
    finally: print('f')
async def main():
    for fn in (a, b, c, d, e):
        t = asyncio.create_task(fn(), name=fn.__name__); await asyncio.sleep(0.001)
        for i in range(3):
            print(fn.__name__, t.cancel(f'm{i}'), t.cancelling()); await asyncio.sleep(0)
        try: print(await t)
        except BaseException as x: print(type(x).__name__, x.args, type(x.__context__).__name__)
        print(t.cancelled(), t.done())
    t = asyncio.create_task(f())
    try: await t
    except asyncio.CancelledError as x: print(x.args, t.cancelled())
    t = asyncio.create_task(a()); t.cancel()
    try: await t
    except asyncio.CancelledError as x: print('never started', x.args)
asyncio.run(main())
