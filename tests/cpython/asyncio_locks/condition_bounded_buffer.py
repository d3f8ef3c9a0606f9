import asyncio


class Buffer:
    def __init__(self, size):
        self.size, self.items = size, []
        self.cond = asyncio.Condition()

    async def put(self, item):
        async with self.cond:
            await self.cond.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            print("put", item, self.items)
            self.cond.notify_all()

    async def get(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.items)
            item = self.items.pop(0)
            print("get", item, self.items)
            self.cond.notify_all()
            return item


async def main():
    buf = Buffer(2)

    async def produce():
        for i in range(5):
            await buf.put(i)

    async def consume():
        return [await buf.get() for _ in range(5)]

    print(await asyncio.gather(produce(), consume()))


asyncio.run(main())
