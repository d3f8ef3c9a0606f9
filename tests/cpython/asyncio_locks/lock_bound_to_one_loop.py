import asyncio

lock = asyncio.Lock()


async def contend():
    async def hold():
        async with lock:
            await asyncio.sleep(0.01)

    try:
        await asyncio.gather(hold(), hold())
        print("fine")
    except RuntimeError as e:
        print("RuntimeError:", str(e).split("<")[0].strip(), "...", str(e).split(">")[-1].strip())


asyncio.run(contend())
asyncio.run(contend())
