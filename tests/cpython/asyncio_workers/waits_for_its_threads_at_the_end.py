import asyncio
import time


def slow():
    time.sleep(0.1)
    print("the thread ends")


async def main():
    asyncio.get_running_loop().run_in_executor(None, slow)
    await asyncio.sleep(0.02)
    print("main ends")


asyncio.run(main())
print("after asyncio.run")
