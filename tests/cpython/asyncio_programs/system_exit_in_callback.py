import asyncio
import sys


async def main():
    asyncio.get_running_loop().call_later(0.1, sys.exit, 7)
    try:
        await asyncio.sleep(10)
    finally:
        print("main cleaned up")


asyncio.run(main())
