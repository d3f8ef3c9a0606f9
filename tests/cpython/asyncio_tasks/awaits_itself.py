import asyncio


async def navel():
    await asyncio.sleep(0)
    await asyncio.current_task()


async def main():
    task = asyncio.create_task(navel(), name="navel")
    try:
        await task
    except RuntimeError as e:
        print(str(e).split(" coro=")[0])


asyncio.run(main())
