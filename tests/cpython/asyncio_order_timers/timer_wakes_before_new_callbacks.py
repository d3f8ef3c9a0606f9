import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, print, "timer")

    def soon(n):
        print("soon", n)
        if n == 0:
            time.sleep(0.03)  # now the timer is due
            loop.call_soon(soon, 1)
            loop.call_soon(soon, 2)

    loop.call_soon(soon, 0)
    await asyncio.sleep(0.05)
    print("end")


asyncio.run(main())
