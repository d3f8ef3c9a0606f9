import asyncio


class Pool:
    def __init__(self, names):
        self.free = list(names)
        self.sem = asyncio.BoundedSemaphore(len(self.free))

    async def __aenter__(self):
        await self.sem.acquire()
        self.current = self.free.pop(0)
        return self.current

    async def __aexit__(self, *exc):
        self.sem.release()


async def query(n, pool):
    async with pool as conn:
        print("query", n, "on", conn)
        await asyncio.sleep(0.02)
        pool.free.append(conn)


async def main():
    pool = Pool(["c1", "c2"])
    await asyncio.gather(*(query(n, pool) for n in range(5)))


asyncio.run(main())
