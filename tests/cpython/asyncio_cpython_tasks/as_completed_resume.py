import asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(t, t)) for t in (0.05, 0.1, 0.15)]
    iterator = asyncio.as_completed(tasks)
    print(await next(iterator))
    second = next(iterator)
    rest = [f for f in iterator]
    print(len(rest), await second, [await f for f in rest])
    try:
        next(iterator)
    except StopIteration:
        print("StopIteration")


asyncio.run(main())
