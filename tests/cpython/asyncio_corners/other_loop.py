import asyncio
l1 = asyncio.new_event_loop(); l2 = asyncio.new_event_loop()
lock = asyncio.Lock(); ev = asyncio.Event(); q = asyncio.Queue()
async def use():
    await lock.acquire()
    t = asyncio.create_task(lock.acquire()); await asyncio.sleep(0); t.cancel()
l1.run_until_complete(use())
async def use2():
    try: await lock.acquire()
    except RuntimeError as e: print(str(e).split(' object')[0], str(e).rsplit('>',1)[1])
l2.run_until_complete(use2())
f = l1.create_future()
async def aw():
    try: await f
    except RuntimeError as e: print(str(e).split('Task-')[0], 'attached' in str(e))
l2.run_until_complete(aw())
try: l2.run_until_complete(f)
except ValueError as e: print(e)
async def g():
    try: await asyncio.gather(f, l2.create_future())
    except ValueError as e: print(e)
    try: await asyncio.wait([f], timeout=0)
    except Exception as e: print(type(e).__name__, e)
l2.run_until_complete(g())
l1.close(); l2.close()
print(l1.is_closed(), l1)
