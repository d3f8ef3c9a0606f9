import asyncio


class Bucket:
    def __init__(self, rate):
        self.rate, self.tokens = rate, rate
        self.cond = asyncio.Condition()

    async def refill(self):
        while True:
            await asyncio.sleep(0.1)
            async with self.cond:
                self.tokens = self.rate
                self.cond.notify_all()

    async def take(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.tokens > 0)
            self.tokens -= 1


async def client(b, n, t0):
    await b.take()
    return n, round(asyncio.get_running_loop().time() - t0, 1)


async def main():
    b = Bucket(2)
    t0 = asyncio.get_running_loop().time()
    refill = asyncio.create_task(b.refill())
    print(await asyncio.gather(*(client(b, n, t0) for n in range(5))))
    refill.cancel()
    try:
        await refill
    except asyncio.CancelledError:
        print("refill stopped")


asyncio.run(main())
