import asyncio
async def se(): raise SystemExit(3)
async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(se()); tg.create_task(asyncio.sleep(1))
asyncio.run(main())
