import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.set_debug(True)
    print(loop.get_debug())
    loop.set_debug(False)


asyncio.run(main())
asyncio.run(main(), debug=True)
asyncio.run(main(), debug=False)
