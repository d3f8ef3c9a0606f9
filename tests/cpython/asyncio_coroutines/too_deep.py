import asyncio


async def deeper(n):
    return await deeper(n + 1)


async def main():
    try:
        await deeper(0)
    except RecursionError as e:
        print("RecursionError:", e)
    print("the loop still works", await asyncio.sleep(0, "ok"))


asyncio.run(main())
