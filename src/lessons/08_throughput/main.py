import asyncio
import time


async def download(page):
    await asyncio.sleep(1)  # en: the network answers after a second  # zh: 网络一秒后才有回应  #: network
    return page


async def main():
    for at_once in (1, 2, 6):
        start = time.monotonic()
        for first in range(0, 6, at_once):
            pages = range(first, first + at_once)
            await asyncio.gather(*(download(page) for page in pages))  #: gather
        print(f"{at_once} at once: {time.monotonic() - start:.0f} s")  #: took


asyncio.run(main())
