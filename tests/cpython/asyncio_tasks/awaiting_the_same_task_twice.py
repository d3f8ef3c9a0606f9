import asyncio


async def slow_square(n):
    print("computing", n)
    await asyncio.sleep(0.02)
    return n * n


async def reader(name, task):
    print(name, "got", await task)


async def main():
    task = asyncio.create_task(slow_square(12))
    await asyncio.gather(reader("first", task), reader("second", task))
    print("again", await task, await task)

    coro = slow_square(3)
    print(await coro)
    try:
        await coro
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
