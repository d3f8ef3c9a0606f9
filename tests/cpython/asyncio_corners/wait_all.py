import asyncio
async def w(n, d, e=None):
    await asyncio.sleep(d)
    if e: raise e
    return n
async def main():
    ts = [asyncio.create_task(w(i, .02*(i+1)), name=f'w{i}') for i in range(3)]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in d), sorted(t.get_name() for t in p))
    d, p = await asyncio.wait(p, timeout=0.001)
    print(len(d), len(p))
    d, p = await asyncio.wait(p)
    print(len(d), len(p))
    ts = [asyncio.create_task(w(1, .05)), asyncio.create_task(w(2, .02, KeyError('k')))]
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(d), len(p), [repr(t.exception()) for t in d])
    await asyncio.wait(p)
    for bad in ([], 5, w(1,0), [w(1,0)]):
        try: await asyncio.wait(bad)
        except Exception as e: print(type(e).__name__, e)
        if asyncio.iscoroutine(bad): bad.close()
        if isinstance(bad, list) and bad: bad[0].close()
    try: await asyncio.wait(ts, return_when='x')
    except ValueError as e: print(e)
    t = asyncio.create_task(w(1, .05)); t.cancel()
    d, p = await asyncio.wait([t], return_when=asyncio.FIRST_EXCEPTION); print(d.pop().cancelled())
    wt = asyncio.create_task(asyncio.wait([asyncio.create_task(w(9,.03))])); await asyncio.sleep(0); wt.cancel()
    try: await wt
    except asyncio.CancelledError: print('wait cancelled')
    print(len(asyncio.all_tasks()))
asyncio.run(main())
