import asyncio

first = asyncio.new_event_loop()
fut = first.create_future()


async def wait_for_foreign_future():
    try:
        await fut
    except RuntimeError as e:
        print("RuntimeError:", str(e).startswith("Task <Task pending"), "...", " ".join(str(e).split()[-5:]))


asyncio.run(wait_for_foreign_future())
first.close()


async def mixed():
    a = first.create_future()
    b = asyncio.get_running_loop().create_future()
    try:
        await asyncio.gather(a, b)
    except ValueError as e:
        print("ValueError:", e)


asyncio.run(mixed())
