import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    loop.set_debug(True)
    print(loop.get_debug(), loop)
    try:
        loop.call_soon(main)
    except TypeError as e:
        print(e)
    try:
        loop.call_soon("nope")
    except TypeError as e:
        print(e)
    try:
        loop.call_later(1, None)
    except TypeError as e:
        print(e)
    loop.set_debug(False)


asyncio.run(main())
asyncio.run(main(), debug=True)
