import asyncio
async def ok(x): 
    await asyncio.sleep(0.01); return x
async def bad(m, d=0.02):
    await asyncio.sleep(d); raise ValueError(m)
async def slow(n):
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e: print('cancelled', n, e.args); raise
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok(1)); b = tg.create_task(ok(2), name='bee')
    print(a.result(), b.result(), b.get_name(), tg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad('x')); tg.create_task(bad('y')); tg.create_task(slow('s'))
            print(repr(tg))
            await asyncio.sleep(5)
    except* ValueError as eg:
        print(repr(eg), eg.exceptions, eg.message)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow('t'))
            await asyncio.sleep(0)
            raise KeyError('body')
    except* KeyError as eg:
        print(repr(eg))
    try:
        tg.create_task(ok(1))
    except RuntimeError as e: print(e)
    tg2 = asyncio.TaskGroup()
    try: tg2.create_task(ok(1))
    except RuntimeError as e: print(e)
    async with tg2: pass
    try:
        async with tg2: pass
    except RuntimeError as e: print(e)
asyncio.run(main())
