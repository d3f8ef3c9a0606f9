import asyncio
async def t(): raise SystemExit(4)
async def main():
    x = asyncio.create_task(t())
    try: await asyncio.sleep(1)
    except BaseException as e: print(repr(e)); raise
asyncio.run(main())
