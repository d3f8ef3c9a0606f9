import asyncio


class AwaitableObject:
    def send(self, v):
        raise StopIteration(42)

    def throw(self, *exc):
        pass

    def close(self):
        pass

    def __await__(self):
        return self


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.create_task(AwaitableObject()))
    t = asyncio.create_task(asyncio.sleep(0, "r"), name="bar")
    print(t.get_name(), await t)


asyncio.run(main())
