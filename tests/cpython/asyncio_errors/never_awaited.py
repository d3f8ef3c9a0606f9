import asyncio


async def save(data):
    print("saved", data)


async def main():
    save("forgotten")
    print("main goes on")
    await save("awaited")


asyncio.run(main())
