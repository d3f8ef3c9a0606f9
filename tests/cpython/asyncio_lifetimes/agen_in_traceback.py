import asyncio
async def gen():
    try:
        yield 1
        yield 2
    finally:
        print('gen closing')
        await asyncio.sleep(0)
        print('gen closed')
async def f():
    async for x in gen():
        raise ValueError(x)
async def main():
    try:
        await f()
    except ValueError as e:
        print('handling', e)
        await asyncio.sleep(0)
        print('still handling')
    print('end')
    await asyncio.sleep(0.01)
    print('really')
asyncio.run(main())
