import asyncio


async def display_ticks(until):
    loop = asyncio.get_running_loop()
    end_time = loop.time() + until
    n = 0
    while True:
        print("tick", n)
        n += 1
        if loop.time() + 0.2 >= end_time:
            break
        await asyncio.sleep(0.2)


asyncio.run(display_ticks(0.7))
