import asyncio


async def transfer(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(0)
        async with second:
            print(name, "has both")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(0.05):
            await asyncio.gather(transfer("one", a, b), transfer("two", b, a))
    except TimeoutError:
        print("deadlock")
    print("locked:", a.locked(), b.locked())


asyncio.run(main())
