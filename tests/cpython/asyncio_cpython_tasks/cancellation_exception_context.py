import asyncio


async def main():
    async def sleeper():
        try:
            raise KeyError(1)
        except KeyError:
            await asyncio.sleep(10)

    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        chain = []
        while e is not None:
            chain.append(type(e).__name__)
            e = e.__context__
        print(chain[0], chain[-1])


asyncio.run(main())
