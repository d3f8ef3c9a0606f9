import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(0.02):
            try:
                async with asyncio.timeout(0.2):
                    time.sleep(0.05)
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner?")
    except TimeoutError:
        print("outer")

    try:
        async with asyncio.timeout(0.3):
            try:
                async with asyncio.timeout(0.01):
                    time.sleep(0.05)
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner")
            await asyncio.sleep(10)
    except TimeoutError:
        print("outer")


asyncio.run(main())
