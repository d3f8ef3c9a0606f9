import asyncio


def factory():
    print("factory called")
    return asyncio.new_event_loop()


async def main():
    loop = asyncio.get_running_loop()
    print("debug:", loop.get_debug())


asyncio.run(main(), loop_factory=factory)
asyncio.run(main(), debug=True, loop_factory=factory)
