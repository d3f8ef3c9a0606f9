import asyncio


async def sleep_sort(numbers):
    out = []

    async def one(n):
        await asyncio.sleep(n / 40)
        out.append(n)

    await asyncio.gather(*(one(n) for n in numbers))
    return out


print(asyncio.run(sleep_sort([5, 2, 9, 1, 7, 3])))
