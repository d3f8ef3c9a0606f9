import asyncio


async def fetch(n):
    await asyncio.sleep(0.01 * n)
    return n * n


def compute():
    print("before the loop")
    values = asyncio.run(collect())
    print("after the loop", values)
    return sum(values)


async def collect():
    return await asyncio.gather(*(fetch(n) for n in range(4)))


for attempt in range(2):
    print(attempt, compute())
print("done")
