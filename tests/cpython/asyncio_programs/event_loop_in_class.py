import asyncio


class Server:
    def __init__(self):
        self.jobs = asyncio.Queue()
        self.done = asyncio.Event()

    async def serve(self):
        async for job in self:
            print("job", job)
        self.done.set()

    def __aiter__(self):
        return self

    async def __anext__(self):
        job = await self.jobs.get()
        if job is None:
            raise StopAsyncIteration
        return job

    async def __aenter__(self):
        self.task = asyncio.create_task(self.serve())
        return self

    async def __aexit__(self, *exc):
        await self.jobs.put(None)
        await self.done.wait()
        print("exit", exc[0])


async def main():
    async with Server() as s:
        for n in range(3):
            await s.jobs.put(n)
    print(s.task.done(), s.task)


asyncio.run(main())
