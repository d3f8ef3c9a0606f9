import asyncio


async def one():
    return 1


async def main():
    try:
        await asyncio.gather(one(), 2)
    except TypeError as e:
        print("TypeError:", e)
    try:
        asyncio.create_task(one)
    except TypeError as e:
        print("TypeError:", str(e).split("<")[0])
    try:
        asyncio.create_task(3)
    except TypeError as e:
        print("TypeError:", e)


asyncio.run(main())
