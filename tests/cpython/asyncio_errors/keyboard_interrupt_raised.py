import asyncio


async def child():
    await asyncio.sleep(0)
    raise KeyboardInterrupt


async def main():
    task = asyncio.create_task(child())
    try:
        await task
    finally:
        print("main unwinds")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
