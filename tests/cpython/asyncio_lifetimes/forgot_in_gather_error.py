import asyncio
async def a(n): return n
async def main():
    x = a(1)
    await asyncio.gather(x, 5)
try:
    asyncio.run(main())
except TypeError as e:
    print(e)
print('end')
