import asyncio


class Translate:
    async def __aenter__(self):
        pass

    async def __aexit__(self, exc_type, exc, tb):
        if exc is not None:
            raise RuntimeError("translated") from exc


async def main():
    try:
        async with Translate():
            raise KeyError("original")
    except RuntimeError as e:
        print(e, "from", repr(e.__cause__))

    class Failing:
        async def __aenter__(self):
            raise OSError("cannot enter")

        async def __aexit__(self, *exc):
            print("never called")

    try:
        async with Failing():
            print("never")
    except OSError as e:
        print(e)


asyncio.run(main())
