import asyncio
class Stop(BaseException): pass
async def boom(): raise Stop('s')
async def ki(): raise KeyboardInterrupt
async def se(): raise SystemExit(3)
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom()); tg.create_task(asyncio.sleep(1))
    except BaseExceptionGroup as e: print(repr(e))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(se()); tg.create_task(asyncio.sleep(1))
asyncio.run(main())
