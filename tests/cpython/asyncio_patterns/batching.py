import asyncio


class Batcher:
    def __init__(self, size, delay):
        self.size, self.delay = size, delay
        self.items, self.timer = [], None

    def load(self, key):
        loop = asyncio.get_running_loop()
        fut = loop.create_future()
        self.items.append((key, fut))
        if len(self.items) == self.size:
            self.flush()
        elif self.timer is None:
            self.timer = loop.call_later(self.delay, self.flush)
        return fut

    def flush(self):
        if self.timer:
            self.timer.cancel()
            self.timer = None
        batch, self.items = self.items, []
        print("flush", [key for key, _ in batch])
        for key, fut in batch:
            fut.set_result(key * 100)


async def main():
    b = Batcher(3, 0.02)
    print(await asyncio.gather(*(b.load(n) for n in range(5))))


asyncio.run(main())
