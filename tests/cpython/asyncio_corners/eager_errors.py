import asyncio
async def bad(): raise ValueError('now')
async def later(): await asyncio.sleep(0); raise KeyError('later')
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(bad()); print('still in'); tg.create_task(later())
    except* ValueError as e: print(repr(e))
    except* KeyError as e: print('K', repr(e))
    r = await asyncio.gather(bad(), later(), asyncio.sleep(0, 1), return_exceptions=True); print(r)
    try: await asyncio.gather(bad(), later())
    except ValueError as e: print(repr(e))
    d, p = await asyncio.wait([asyncio.create_task(bad()), asyncio.create_task(asyncio.sleep(0.01))], return_when=asyncio.FIRST_EXCEPTION); print(len(d), len(p))
    print(await asyncio.wait_for(asyncio.sleep(0, 'w'), 1))
    t = asyncio.create_task(asyncio.sleep(0, 3)); print(t); print(await t)
    async def nested(n): return n if n == 0 else await asyncio.create_task(nested(n-1))
    print(await nested(5))
asyncio.run(main())
