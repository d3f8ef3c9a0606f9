import asyncio
async def f():
    await g()
async def g():
    raise ValueError("async")
asyncio.run(f())
