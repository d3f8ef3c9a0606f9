import asyncio
async def a():
    await asyncio.sleep(0.01); raise ValueError('a')
async def b():
    await asyncio.sleep(0.05); raise KeyError('b')
async def main():
    try:
        await asyncio.gather(a(), b())
    except ValueError as e:
        print('got', e)
    await asyncio.sleep(0.1)
    print('main end')
asyncio.run(main())
