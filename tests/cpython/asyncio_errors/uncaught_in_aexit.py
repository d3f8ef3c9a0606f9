import asyncio


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        raise RuntimeError("cannot commit")


async def main():
    async with Session():
        raise KeyError("row")


asyncio.run(main())
