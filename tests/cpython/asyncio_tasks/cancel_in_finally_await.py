import asyncio


async def connection():
    print("open")
    try:
        await asyncio.sleep(10)
    finally:
        print("closing ...")
        await asyncio.sleep(0.02)
        print("closed")


async def main():
    task = asyncio.create_task(connection())
    await asyncio.sleep(0.01)
    task.cancel()
    print("cancel requested")
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
