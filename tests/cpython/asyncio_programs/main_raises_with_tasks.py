import asyncio


async def background():
    try:
        await asyncio.sleep(100)
    finally:
        print("background cleaned up")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    raise KeyError("main failed")


asyncio.run(main())
