import asyncio


async def child(data):
    return data["key"]


async def main():
    task = asyncio.create_task(child({}))
    result = await task
    print(result)


asyncio.run(main())
