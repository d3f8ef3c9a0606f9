import asyncio


async def inner(loop):
    return asyncio.get_running_loop() is loop


async def main(other):
    coro = inner(other)
    try:
        other.run_until_complete(coro)
    except RuntimeError as e:
        print(e)
    coro.close()
    return asyncio._get_running_loop() is asyncio.get_running_loop()


loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
print(asyncio._get_running_loop())
print(loop.run_until_complete(main(other)))
print(other.run_until_complete(inner(other)))
loop.close()
other.close()
