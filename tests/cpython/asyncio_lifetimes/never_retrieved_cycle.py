import asyncio
async def bad():
    x = asyncio.current_task()
    raise ValueError('boo')
async def main():
    t = asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    print('dropping')
    t = None
    print('dropped')
asyncio.run(main())
print('end')
