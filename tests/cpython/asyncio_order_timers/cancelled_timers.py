import asyncio


async def main():
    loop = asyncio.get_running_loop()
    timers = {n: loop.call_later(n / 50, print, "timer", n) for n in (1, 2, 3, 4)}
    timers[2].cancel()
    await asyncio.sleep(0.03)
    print("one is through")
    timers[3].cancel()
    timers[1].cancel()
    print({n: t.cancelled() for n, t in timers.items()})
    await asyncio.sleep(0.08)


asyncio.run(main())
