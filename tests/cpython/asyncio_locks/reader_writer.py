import asyncio


class ReadWriteLock:
    def __init__(self):
        self.readers = 0
        self.door = asyncio.Lock()
        self.writing = asyncio.Lock()

    async def read(self, name):
        async with self.door:
            self.readers += 1
            if self.readers == 1:
                await self.writing.acquire()
        print(name, "reads,", self.readers, "readers")
        await asyncio.sleep(0.02)
        async with self.door:
            self.readers -= 1
            if self.readers == 0:
                self.writing.release()

    async def write(self, name):
        async with self.writing:
            print(name, "writes")
            await asyncio.sleep(0.02)
            print(name, "wrote")


async def main():
    rw = ReadWriteLock()
    await asyncio.gather(rw.read("r1"), rw.read("r2"), rw.write("w1"), rw.read("r3"), rw.write("w2"))


asyncio.run(main())
