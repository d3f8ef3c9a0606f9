import asyncio
import time


async def count(every):
    switches = 0
    for step in range(1, 13):
        if step % every == 0:
            switches += 1
            await asyncio.sleep(0)  #: switch
    return switches


async def save(lock, prepare_inside):
    if not prepare_inside:
        await asyncio.sleep(0.5)  # en: prepares, needs no lock  # zh: 做准备，不需要锁
    async with lock:  #: lock
        await asyncio.sleep(0.6 if prepare_inside else 0.1)


async def main():
    for every in (1, 6):
        switches = await asyncio.gather(count(every), count(every))
        print(f"a break every {every} steps: {sum(switches)} switches")  #: switches
    for inside in (True, False):
        start, lock = time.monotonic(), asyncio.Lock()
        await asyncio.gather(*(save(lock, inside) for _ in range(3)))
        print(f"prepare inside the lock: {inside}, {time.monotonic() - start:.1f} s")  #: took


asyncio.run(main())
