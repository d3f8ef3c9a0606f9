import asyncio


async def deep(n):
    if n == 0:
        print("bottom suspends")
        await asyncio.sleep(0)
        print("bottom resumes")
        return 0
    return 1 + await deep(n - 1)


async def other():
    print("other runs in between")


async def main():
    t = asyncio.create_task(deep(20))
    asyncio.create_task(other())
    print(await t)


asyncio.run(main())
