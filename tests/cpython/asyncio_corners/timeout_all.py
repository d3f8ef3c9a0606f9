import asyncio
async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01) as cm:
            print(repr(cm).split(' when')[0], cm.when() is not None, cm.expired())
            await asyncio.sleep(1)
    except TimeoutError as e: print('TO', e.args, repr(e.__cause__), cm.expired(), repr(cm))
    async with asyncio.timeout(None) as cm:
        print(cm.when(), repr(cm)); await asyncio.sleep(0)
    print(repr(cm))
    async with asyncio.timeout(0.01) as cm:
        cm.reschedule(None); await asyncio.sleep(0.03)
    print(cm.expired())
    try:
        async with asyncio.timeout(10) as cm:
            cm.reschedule(loop.time()+0.01); await asyncio.sleep(1)
    except TimeoutError: print('resched')
    try: cm.reschedule(1)
    except RuntimeError as e: print(e)
    t = asyncio.timeout(1)
    try: t.reschedule(2)
    except RuntimeError as e: print(e)
    print(repr(t))
    async with t: 
        try:
            async with t: pass
        except RuntimeError as e: print(e)
    try:
        async with asyncio.timeout(0): print('in'); await asyncio.sleep(0); print('no')
    except TimeoutError: print('zero')
    try:
        async with asyncio.timeout(-1): print('in'); 
    except TimeoutError: print('neg no await')
    try:
        async with asyncio.timeout_at(loop.time()-5): await asyncio.sleep(0)
    except TimeoutError: print('past')
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.timeout(1): await asyncio.sleep(5)
    except TimeoutError: print('outer')
    try:
        async with asyncio.timeout(0.01):
            try: await asyncio.sleep(1)
            finally: raise ValueError('v')
    except ValueError as e: print('V', repr(e.__context__))
    try:
        async with asyncio.timeout(0.01):
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: print('swallow')
    except TimeoutError: print('to anyway')
    print(asyncio.current_task().cancelling())
asyncio.run(main())
