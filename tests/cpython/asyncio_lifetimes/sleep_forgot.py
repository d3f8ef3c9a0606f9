import asyncio
async def main():
    asyncio.sleep(1)
    print('a')
    asyncio.gather
    q = asyncio.Queue()
    q.put(1)
    print(q.qsize())
    asyncio.wait_for(asyncio.sleep(1), 2)
    print('b')
asyncio.run(main())
