import asyncio


class Open(Exception):
    pass


class Breaker:
    def __init__(self, limit, cooldown):
        self.limit, self.cooldown = limit, cooldown
        self.failures = 0
        self.opened_at = None

    async def call(self, function, *args):
        loop = asyncio.get_running_loop()
        if self.opened_at is not None:
            if loop.time() - self.opened_at < self.cooldown:
                raise Open
            print("  half open")
        try:
            result = await function(*args)
        except OSError:
            self.failures += 1
            if self.failures >= self.limit:
                self.opened_at = loop.time()
            raise
        self.failures, self.opened_at = 0, None
        return result


async def service(ok):
    await asyncio.sleep(0)
    if not ok:
        raise OSError("down")
    return "up"


async def main():
    breaker = Breaker(2, 0.06)
    for ok, pause in ((False, 0), (False, 0), (True, 0), (True, 0.1), (True, 0)):
        await asyncio.sleep(pause)
        try:
            print(await breaker.call(service, ok))
        except (OSError, Open) as e:
            print(type(e).__name__, e)


asyncio.run(main())
