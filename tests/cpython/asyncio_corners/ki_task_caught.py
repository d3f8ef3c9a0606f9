import asyncio
async def t(): raise KeyboardInterrupt('k')
async def main():
    x = asyncio.create_task(t())
    try: await x
    except BaseException as e: print(repr(e)); return 5
try: print(asyncio.run(main()))
except KeyboardInterrupt as e: print('out', repr(e))
