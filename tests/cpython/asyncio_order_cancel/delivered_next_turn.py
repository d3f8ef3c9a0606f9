import asyncio


async def sleeper(name):
    try:
        print(name, "sleeps")
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise


async def main():
    a = asyncio.create_task(sleeper("a"))
    b = asyncio.create_task(sleeper("b"))
    await asyncio.sleep(0)
    b.cancel()
    a.cancel()
    asyncio.get_running_loop().call_soon(print, "callback made after the cancels")
    print("both cancels requested")
    for t in (a, b):
        try:
            await t
        except asyncio.CancelledError:
            print("joined")


asyncio.run(main())
