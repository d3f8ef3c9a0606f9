import asyncio
async def main():
    async def c():
        asyncio.current_task().cancel(); await asyncio.sleep(0)
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(c()); u = tg.create_task(asyncio.sleep(0.01, 5))
    print(t.cancelled(), u.result())
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(asyncio.sleep(1)); t.cancel()
    print(t.cancelled())
    async def spawn(n):
        if n: tg.create_task(spawn(n-1), name=f'n{n}')
        print('spawn', n)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(spawn(3))
    try:
        async with asyncio.TaskGroup() as tg:
            raise asyncio.CancelledError('self')
    except asyncio.CancelledError as e: print('C', e.args)
asyncio.run(main())
