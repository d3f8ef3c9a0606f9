import asyncio


class Elevator:
    def __init__(self):
        self.floor = 0
        self.requests = asyncio.PriorityQueue()
        self.log = []

    async def call(self, floor):
        await self.requests.put(floor)

    async def run(self):
        while True:
            target = await self.requests.get()
            while self.floor != target:
                self.floor += 1 if target > self.floor else -1
                await asyncio.sleep(0)
            self.log.append(self.floor)
            print("stopped at", self.floor)
            self.requests.task_done()


async def main():
    e = Elevator()
    task = asyncio.create_task(e.run())
    for floor in (3, 1, 5):
        await e.call(floor)
    await e.requests.join()
    await e.call(2)
    await e.requests.join()
    task.cancel()
    print(e.log)


asyncio.run(main())
