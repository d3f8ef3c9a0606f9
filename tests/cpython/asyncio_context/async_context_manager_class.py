import asyncio


class Connection:
    async def __aenter__(self):
        print("connecting")
        await asyncio.sleep(0.01)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("disconnecting because of", exc_type.__name__ if exc_type else None)
        await asyncio.sleep(0.01)
        return exc_type is KeyError

    async def query(self, q):
        await asyncio.sleep(0)
        if q == "bad":
            raise KeyError(q)
        if q == "worse":
            raise RuntimeError(q)
        return q.upper()


async def main():
    for q in ("good", "bad", "worse"):
        try:
            async with Connection() as c:
                print(await c.query(q))
            print("with ended")
        except RuntimeError as e:
            print("RuntimeError", e)


asyncio.run(main())
