import asyncio


async def stops():
    raise StopIteration("early")


async def main():
    try:
        await stops()
    except RuntimeError as e:
        print("RuntimeError:", e, "| cause:", repr(e.__cause__))
    task = asyncio.create_task(stops())
    try:
        await task
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
