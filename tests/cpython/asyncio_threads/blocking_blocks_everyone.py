import asyncio
import time

log = []


async def heartbeat():
    for i in range(3):
        log.append(f"beat {i}")
        await asyncio.sleep(0.02)


async def blocking():
    log.append("block")
    time.sleep(0.1)
    log.append("unblock")


async def polite():
    log.append("wait")
    await asyncio.to_thread(time.sleep, 0.1)
    log.append("waited")


async def main():
    await asyncio.gather(heartbeat(), blocking())
    print(log)
    log.clear()
    await asyncio.gather(heartbeat(), polite())
    print(log)


asyncio.run(main())
