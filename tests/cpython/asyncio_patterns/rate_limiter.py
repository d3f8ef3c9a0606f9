import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.sem = asyncio.Semaphore(rate)

    async def __aenter__(self):
        await self.sem.acquire()
        asyncio.get_running_loop().call_later(self.per, self.sem.release)

    async def __aexit__(self, *exc):
        pass


async def request(n, limiter, t0, log):
    async with limiter:
        log.append((n, int((asyncio.get_running_loop().time() - t0) / 0.1)))


async def main():
    limiter = RateLimiter(3, 0.12)
    log = []
    t0 = asyncio.get_running_loop().time()
    await asyncio.gather(*(request(n, limiter, t0, log) for n in range(8)))
    for n, slot in log:
        print("request", n, "in slot", slot)


asyncio.run(main())
