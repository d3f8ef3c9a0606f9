import asyncio


async def who():
    return asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback")
    print(await asyncio.wait_for(who(), 1))
    print("no turn was needed for that")
    t = asyncio.create_task(who(), name="other")
    print(await asyncio.wait_for(t, 1))


asyncio.run(main())
