import asyncio


async def work(outer, inner):
    try:
        async with asyncio.timeout(outer) as o:
            try:
                async with asyncio.timeout(inner) as i:
                    await asyncio.sleep(5)
            except TimeoutError as e:
                print("inner caught", repr(e), repr(e.__cause__), i.expired(), o.expired())
                await asyncio.sleep(1)
    except TimeoutError:
        print("outer caught", i.expired(), o.expired(), i, o)
    else:
        print("no outer", i, o)


async def main():
    await work(2, 0.5)
    await work(0.5, 2)
    await work(0.5, 0.5)
    await work(1, 0.5)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
