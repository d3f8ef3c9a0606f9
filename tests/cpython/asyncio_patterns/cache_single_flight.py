import asyncio


class SingleFlight:
    """Concurrent calls for the same key share one computation."""

    def __init__(self):
        self.flights = {}

    async def do(self, key, function):
        if key not in self.flights:
            task = asyncio.ensure_future(function(key))
            task.add_done_callback(lambda _: self.flights.pop(key))
            self.flights[key] = task
        return await asyncio.shield(self.flights[key])


async def expensive(key):
    print("computing", key)
    await asyncio.sleep(0.01)
    return key * 2


async def main():
    sf = SingleFlight()
    print(await asyncio.gather(*(sf.do(k, expensive) for k in "aabab")))
    print(await sf.do("a", expensive))


asyncio.run(main())
