import asyncio


async def compute():
    return 42


async def main():
    value = compute()
    try:
        print(value + 1)
    except TypeError as e:
        print("TypeError:", e)
    del value
    print("end")


asyncio.run(main())
