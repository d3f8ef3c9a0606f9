import asyncio
async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError('x'))
    del f
    print('deleted')
    f = asyncio.Future()
    f.set_exception(ValueError('y'))
asyncio.run(main())
print('end')
