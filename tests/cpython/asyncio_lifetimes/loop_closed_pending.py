import asyncio
async def w():
    await asyncio.sleep(100)
loop = asyncio.new_event_loop()
t = loop.create_task(w())
loop.run_until_complete(asyncio.sleep(0))
loop.close()
print('end')
