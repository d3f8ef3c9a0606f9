import asyncio
import time


async def heartbeat():
    while True:
        print(f"{time.monotonic() - START:.1f} beat")  #: beat
        await asyncio.sleep(0.5)  #: rest


async def report():
    await asyncio.sleep(1.3)
    print("report: begins")
    time.sleep(1.5)  # en: holds the only thread  # zh: 霸占了唯一的线程  #: block
    print("report: done")  #: done


async def main():
    pulse = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.create_task(report(), name="report")
    await asyncio.sleep(0.8)
    pulse.cancel()


START = time.monotonic()
asyncio.run(main())
