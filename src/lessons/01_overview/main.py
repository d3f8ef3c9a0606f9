import asyncio
import time


async def cook(dish, seconds):
    print(f"{dish}: on the stove")
    await asyncio.sleep(seconds)  # en: it cooks by itself, nobody works  # zh: 锅自己在煮，人闲着  #: cook
    print(f"{dish}: ready")


async def one_by_one():
    await cook("rice", 2)  #: rice
    await cook("soup", 3)  #: soup


async def together():
    await asyncio.gather(cook("rice", 2), cook("soup", 3))  #: gather


async def main():
    for way in (one_by_one, together):
        start = time.monotonic()
        await way()
        print(f"{way.__name__}: {time.monotonic() - start:.1f} s")  #: total


asyncio.run(main())
