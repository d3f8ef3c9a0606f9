import asyncio


async def inner():
    return 1


async def main():
    coro = inner()
    try:
        asyncio.run(coro)
    except RuntimeError as e:
        print("RuntimeError:", e)
        coro.close()
    loop = asyncio.get_running_loop()
    coro = inner()
    try:
        loop.run_until_complete(coro)
    except RuntimeError as e:
        print("RuntimeError:", e)
        coro.close()
    other = asyncio.new_event_loop()
    coro = inner()
    try:
        other.run_until_complete(coro)
    except RuntimeError as e:
        print("RuntimeError:", e)
        coro.close()
    finally:
        other.close()


asyncio.run(main())
