import asyncio, gc
async def w():
    ev = asyncio.Event()
    await ev.wait()
async def main():
    t = asyncio.create_task(w(), name='waiter')
    await asyncio.sleep(0)
    del t
    gc.collect()
    print('collected', len(asyncio.all_tasks()))
asyncio.run(main())
