import asyncio


class Watchdog:
    def __init__(self, loop, timeout, bark):
        self.loop, self.timeout, self.bark = loop, timeout, bark
        self.handle = loop.call_later(timeout, bark)

    def feed(self):
        self.handle.cancel()
        self.handle = self.loop.call_later(self.timeout, self.bark)


async def main():
    loop = asyncio.get_running_loop()
    dog = Watchdog(loop, 0.06, lambda: print("woof!"))
    for n in range(3):
        await asyncio.sleep(0.03)
        print("fed", n)
        dog.feed()
    await asyncio.sleep(0.1)
    print("dog barked once")


asyncio.run(main())
