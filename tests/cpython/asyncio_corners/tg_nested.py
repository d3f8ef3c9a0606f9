import asyncio
async def boom(d, e):
    await asyncio.sleep(d); raise e
async def sub(name, d, e):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom(d, e)); tg.create_task(asyncio.sleep(1))
    except BaseException as x:
        print(name, repr(x)); raise
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(sub('a', .01, OSError('a'))); tg.create_task(sub('b', .05, OSError('b')))
    except* OSError as eg:
        print(repr(eg))
    try:
        async with asyncio.TaskGroup() as o:
            async with asyncio.TaskGroup() as i:
                i.create_task(boom(.01, TypeError(1)))
                o.create_task(boom(.01, TypeError(2)))
                await asyncio.sleep(1)
    except* TypeError as eg: print(repr(eg))
asyncio.run(main())
