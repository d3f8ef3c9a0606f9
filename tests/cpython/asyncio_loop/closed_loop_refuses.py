import asyncio


async def nothing():
    pass


loop = asyncio.new_event_loop()
loop.run_until_complete(nothing())
loop.close()
loop.close()
for call in (
    lambda: loop.call_soon(print),
    lambda: loop.call_later(1, print),
    lambda: loop.run_forever(),
    lambda: loop.run_in_executor(None, print),
    lambda: loop.call_soon_threadsafe(print),
):
    try:
        call()
    except RuntimeError as e:
        print("RuntimeError:", e)
coro = nothing()
try:
    loop.create_task(coro)
except RuntimeError as e:
    print("RuntimeError:", e)
coro.close()
