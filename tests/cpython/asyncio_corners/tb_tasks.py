import asyncio, traceback, sys
async def deep(n):
    if n: await deep(n-1)
    else: raise ValueError('deep')
async def main():
    t = asyncio.create_task(deep(2))
    try: await t
    except ValueError as e: traceback.print_exc(file=sys.stdout)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(deep(1)); tg.create_task(deep(0))
    except ExceptionGroup as eg: traceback.print_exception(eg, file=sys.stdout)
    r = await asyncio.gather(deep(0), return_exceptions=True); traceback.print_exception(r[0], file=sys.stdout)
    try:
        try: await deep(0)
        except ValueError as e: raise RuntimeError('wrapped') from e
    except RuntimeError: print(traceback.format_exc())
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError: print(traceback.format_exc().count('CancelledError'))
asyncio.run(main())
