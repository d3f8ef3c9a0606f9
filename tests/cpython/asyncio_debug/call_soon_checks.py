import asyncio


async def coro():
    pass


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.call_soon(coro)
    except TypeError as e:
        print("TypeError:", e)
    try:
        loop.call_later(1, 42)
    except TypeError as e:
        print("TypeError:", str(e))


asyncio.run(main(), debug=True)
