import asyncio
async def main(): raise SystemExit(2)
loop = asyncio.new_event_loop()
try: loop.run_until_complete(main())
except SystemExit as e: print('caught', e.code)
loop.close()
print('end')
