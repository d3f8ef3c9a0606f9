import asyncio
async def bad():
    try:
        1/0
    except ZeroDivisionError as e:
        err = e
    raise ValueError('boo')
async def main():
    asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    print('main ends')
asyncio.run(main())
print('end')
