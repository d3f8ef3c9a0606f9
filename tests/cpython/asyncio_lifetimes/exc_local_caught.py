import asyncio
async def fetch():
    return {'a': 1}
async def main():
    data = fetch()
    print(data['a'])
try:
    asyncio.run(main())
except TypeError as e:
    print('caught', e)
print('after')
