import asyncio
import time


def blocking(seconds):
    time.sleep(seconds)
    return f"slept {seconds}"


async def heartbeat(stop):
    beats = 0
    while not stop.is_set():
        beats += 1
        await asyncio.sleep(0.04)
    return beats


async def main():
    stop = asyncio.Event()
    beat = asyncio.create_task(heartbeat(stop))
    print(await asyncio.to_thread(blocking, 0.1))
    stop.set()
    print("beats while a thread slept:", await beat)
    stop.clear()
    beat = asyncio.create_task(heartbeat(stop))
    await asyncio.sleep(0)
    print(blocking(0.1))
    stop.set()
    print("beats while the loop slept:", await beat)


asyncio.run(main())
