import asyncio
import time


class Pace:
    """Lets one through in each interval."""

    def __init__(self, interval):
        self.interval, self.free_at = interval, 0

    async def wait(self):
        now = time.monotonic()
        my_turn = max(now, self.free_at)
        self.free_at = my_turn + self.interval  # en: booked before the await  # zh: 先占好位置，再等待
        await asyncio.sleep(my_turn - now)  #: turn


async def request(n, pace, start):
    await pace.wait()  #: wait
    print(f"{time.monotonic() - start:.1f} s: request {n}")  #: sent
    await asyncio.sleep(1.2)  #: answer


async def main():
    pace, start = Pace(0.5), time.monotonic()
    await asyncio.gather(*(request(n, pace, start) for n in range(1, 6)))
    print(f"{time.monotonic() - start:.1f} s: all answered")  #: end


asyncio.run(main())
