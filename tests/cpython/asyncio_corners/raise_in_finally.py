import asyncio
async def a():
    try: await asyncio.sleep(1)
    finally: raise RuntimeError('fin')
async def b():
    try: return 1
    finally: await asyncio.sleep(0); print('b fin')
async def c():
    try: raise ValueError('v')
    except ValueError: await asyncio.sleep(0); raise
async def main():
    t = asyncio.create_task(a()); await asyncio.sleep(0); t.cancel()
    try: await t
    except RuntimeError as e: print(repr(e), repr(e.__context__))
    print(await b())
    try: await c()
    except ValueError as e: print(e.__traceback__.tb_next.tb_frame.f_code.co_name, e.__traceback__.tb_lineno)
    try:
        try: await c()
        finally: 1/0
    except ZeroDivisionError as e: print(repr(e.__context__))
asyncio.run(main())
