import asyncio


async def countdown(n):
    try:
        while n:
            yield n
            n -= 1
    finally:
        print("generator finalised")


async def main():
    async for n in countdown(5):
        print(n)
        if n == 4:
            break
    print("after the loop")
    await asyncio.sleep(0)
    print("after a turn")


asyncio.run(main())
