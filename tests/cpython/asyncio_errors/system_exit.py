import asyncio
import sys


async def child():
    await asyncio.sleep(0)
    print("leaving with 3")
    sys.exit(3)


async def main():
    try:
        await child()
    finally:
        print("finally runs")


asyncio.run(main())
print("not reached")
