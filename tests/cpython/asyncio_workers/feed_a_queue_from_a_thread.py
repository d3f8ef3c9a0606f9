import asyncio
import threading
import time


def sensor(loop, queue):
    for reading in (20.5, 21.0, 21.7):
        time.sleep(0.03)
        loop.call_soon_threadsafe(queue.put_nowait, reading)
    time.sleep(0.03)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    queue = asyncio.Queue()
    thread = threading.Thread(target=sensor, args=(asyncio.get_running_loop(), queue))
    thread.start()
    readings = []
    while (reading := await queue.get()) is not None:
        print("reading", reading)
        readings.append(reading)
    print("average", round(sum(readings) / len(readings), 2))
    thread.join()


asyncio.run(main())
