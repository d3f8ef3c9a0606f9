import asyncio


async def coro(s):
    await asyncio.sleep(0)
    return s


async def main():
    c = coro("ham")
    results = [await f for f in asyncio.as_completed([c, c, asyncio.create_task(coro("spam"))])]
    print(sorted(results))
    for bad in (42, coro):
        try:
            next(asyncio.as_completed(bad))
        except TypeError as e:
            print("TypeError:", e)
    fut = asyncio.get_running_loop().create_future()
    try:
        next(asyncio.as_completed(fut))
    except TypeError as e:
        print("TypeError:", e)
    fut.cancel()


asyncio.run(main())
