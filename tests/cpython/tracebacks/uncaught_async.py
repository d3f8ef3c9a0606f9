import asyncio


async def fetch(n):
    await asyncio.sleep(0.01)
    return 10 / n


async def gather_all():
    return [await fetch(n) for n in (5, 2, 0)]


async def main():
    print(await fetch(1))
    print(await gather_all())


asyncio.run(main())
