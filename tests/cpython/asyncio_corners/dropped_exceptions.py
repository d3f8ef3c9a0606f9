import asyncio
async def bad(n): raise ValueError(n)
async def main():
    ts = [asyncio.create_task(bad(i)) for i in range(3)]
    await asyncio.sleep(0.01)
    ts.pop(0); print('one'); ts.clear(); print('all')
    t = asyncio.create_task(bad('x')); await asyncio.wait([t]); del t; print('after wait')
    asyncio.ensure_future(bad('loose')); await asyncio.sleep(0); await asyncio.sleep(0); print('end')
    f = asyncio.get_running_loop().create_future(); f.set_exception(KeyError('f')); f = None
    g = asyncio.gather(bad('g1'), bad('g2')); await asyncio.sleep(0.01); del g; print('gather dropped')
    s = asyncio.shield(bad('sh')); await asyncio.sleep(0.01); del s; print('shield dropped')
asyncio.run(main())
