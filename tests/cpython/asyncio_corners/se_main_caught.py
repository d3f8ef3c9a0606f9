import asyncio
async def main():
    await asyncio.sleep(0)
    raise SystemExit('bye')
try: asyncio.run(main())
except SystemExit as e: print('SE', e.code)
print('end')
