import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def transaction(name):
    print("BEGIN", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("ROLLBACK:", e)
    else:
        await asyncio.sleep(0)
        print("COMMIT")
    finally:
        print("END", name)


async def main():
    async with transaction("first") as t:
        print("working in", t)
    async with transaction("second"):
        raise ValueError("constraint failed")
    print("goes on")
    try:
        async with transaction("third"):
            raise KeyError("other")
    except KeyError as e:
        print("KeyError", e)


asyncio.run(main())
