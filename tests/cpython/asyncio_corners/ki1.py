import asyncio
async def t():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print('t cancelled'); raise
    finally: print('t fin')
async def main():
    asyncio.create_task(t()); await asyncio.sleep(0)
    raise KeyboardInterrupt
try: asyncio.run(main())
except KeyboardInterrupt: print('KI')
async def main2():
    loop = asyncio.get_running_loop(); loop.call_later(0.01, _raise)
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: print('main2 cancelled'); raise
def _raise(): raise KeyboardInterrupt
try: asyncio.run(main2())
except KeyboardInterrupt: print('KI2')
