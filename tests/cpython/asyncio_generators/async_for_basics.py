import asyncio


async def countdown(n):
    while n > 0:
        yield n
        n -= 1
        await asyncio.sleep(0.01)


async def main():
    async for i in countdown(3):
        print(i)
    else:
        print("lift-off")
    squares = [n * n async for n in countdown(4) if n != 2]
    print(squares)
    print({n: str(n) async for n in countdown(2)}, {n % 2 async for n in countdown(3)})


asyncio.run(main())
