import asyncio


async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.create_task(asyncio.sleep(0.1))
    b = asyncio.create_task(asyncio.sleep(0.15))
    for _ in range(2):
        start = loop.time()
        done, pending = await asyncio.wait([b, a])
        print(done == {a, b}, pending, loop.time() - start > 0.1)


asyncio.run(main())
