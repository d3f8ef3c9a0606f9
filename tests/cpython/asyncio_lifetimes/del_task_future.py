import asyncio, gc
async def w(fut):
    try:
        await fut
    finally:
        print('finally in w')
async def main():
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(w(fut), name='waiter')
    await asyncio.sleep(0)
    print(t.done())
    del t, fut
    print('collecting')
    print(gc.collect() > 0)
    print('collected')
    await asyncio.sleep(0)
asyncio.run(main())
