import asyncio
import logging
import time

logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message).30s")


def blocking():
    time.sleep(0.25)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.slow_callback_duration = 0.2
    loop.call_soon(blocking)
    await asyncio.sleep(0.3)
    time.sleep(0.1)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.05
    time.sleep(0.1)


asyncio.run(main(), debug=True)
