import asyncio
async def main():
    loop = asyncio.get_running_loop()
    try: loop.run_forever()
    except RuntimeError as e: print(e)
    print(loop.is_running())
    try: asyncio.get_running_loop()
    except RuntimeError as e: print(e)
    try: await asyncio.sleep(0.01)
    except RuntimeError as e: print(e)
try: asyncio.run(main())
except Exception as e: print(repr(e))
