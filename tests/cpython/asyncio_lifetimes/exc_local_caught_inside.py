import asyncio
async def fetch():
    return 1
async def part():
    data = fetch()
    return data + 1
async def main():
    try:
        await part()
    except TypeError as e:
        print('in except', e)
    print('after except')
asyncio.run(main())
print('after')
