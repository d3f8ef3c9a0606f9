import asyncio


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = asyncio.Lock()

    async def unsafe_add(self):
        v = self.value
        await asyncio.sleep(0)
        self.value = v + 1

    async def safe_add(self):
        async with self.lock:
            await self.unsafe_add()


async def main():
    c = Counter()
    await asyncio.gather(*(c.unsafe_add() for _ in range(10)))
    print("without a lock:", c.value)
    c.value = 0
    await asyncio.gather(*(c.safe_add() for _ in range(10)))
    print("with a lock:", c.value)


asyncio.run(main())
