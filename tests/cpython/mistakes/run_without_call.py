import asyncio


async def main():
    print("hello")


try:
    asyncio.run(main)
except ValueError as e:
    print(str(e).split(" at ")[0])
asyncio.run(main())
