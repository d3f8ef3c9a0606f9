import asyncio


async def one():
    return 1


loop = asyncio.new_event_loop()
for thing in (one, 3, lambda: 1, None, [one]):
    try:
        loop.create_task(thing)
    except TypeError as e:
        print("TypeError:", str(e).split("<")[0])
try:
    asyncio.create_task(3)
except RuntimeError as e:
    print("RuntimeError:", e)
loop.close()
