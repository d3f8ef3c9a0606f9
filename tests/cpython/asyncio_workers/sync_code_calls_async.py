import asyncio


async def fetch(n):
    await asyncio.sleep(0.02)
    return n * 10


def sync_library(loop):
    # Runs in a worker; it needs the loop for its input.
    total = 0
    for n in (1, 2, 3):
        total += asyncio.run_coroutine_threadsafe(fetch(n), loop).result()
    return total


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(sync_library, loop))
    task = asyncio.create_task(asyncio.to_thread(sync_library, loop))
    print("the loop goes on")
    print(await task)


asyncio.run(main())
