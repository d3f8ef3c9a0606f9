import asyncio
async def slow():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: print('slow cancelled'); raise
async def stubborn():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: await asyncio.sleep(0.02); return 'late'
async def failc():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: raise ZeroDivisionError('in cleanup')
async def main():
    try: await asyncio.wait_for(slow(), 0.01)
    except TimeoutError as e: print(repr(e), repr(e.__cause__))
    print(await asyncio.wait_for(stubborn(), 0.01))
    try: await asyncio.wait_for(failc(), 0.01)
    except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
    print(await asyncio.wait_for(asyncio.sleep(0.01, 'x'), None))
    f = asyncio.get_running_loop().create_future(); f.set_result(7)
    print(await asyncio.wait_for(f, 0), await asyncio.wait_for(f, -1))
    try: await asyncio.wait_for(slow(), 0)
    except TimeoutError as e: print('zero', repr(e), repr(e.__cause__), repr(e.__context__))
    t = asyncio.create_task(slow())
    try: await asyncio.wait_for(asyncio.shield(t), 0.01)
    except TimeoutError: print(t.done(), t.cancelled())
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('tc')
    w = asyncio.create_task(asyncio.wait_for(slow(), 5))
    await asyncio.sleep(0.01); w.cancel('msg')
    try: await w
    except asyncio.CancelledError as e: print(e.args)
    try: await asyncio.wait_for(5, 1)
    except TypeError as e: print(e)
asyncio.run(main())
