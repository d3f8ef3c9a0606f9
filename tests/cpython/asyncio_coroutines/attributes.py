import asyncio


class Api:
    async def get(self, path, *, timeout=5):
        """Fetches a path."""
        return path, timeout

    @classmethod
    async def create(cls):
        return cls()

    @staticmethod
    async def ping():
        return "pong"


async def main():
    api = await Api.create()
    print(await api.get("/x", timeout=1), await Api.ping(), await api.ping())
    print(Api.get.__name__, Api.get.__qualname__, Api.get.__doc__)
    print(Api.get.__kwdefaults__, Api.get.__code__.co_varnames)
    c = api.get("/y")
    print(c.__name__, c.__qualname__)
    print(await c)


asyncio.run(main())
