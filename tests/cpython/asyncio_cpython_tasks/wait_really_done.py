import asyncio


async def coro1():
    await asyncio.sleep(0)


async def coro2():
    await asyncio.sleep(0)
    await asyncio.sleep(0)


async def main():
    a, b = asyncio.create_task(coro1()), asyncio.create_task(coro2())
    done, pending = await asyncio.wait([b, a], return_when=asyncio.FIRST_COMPLETED)
    print(done == {a, b}, len(done), len(pending))


asyncio.run(main())
