import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def traced(label):
    print("->", label)
    try:
        yield
    finally:
        print("<-", label)


@traced("fetch")
async def fetch(n):
    await asyncio.sleep(0)
    return n + 1


async def main():
    print(await fetch(1))
    print(await fetch(2))
    print(fetch.__name__)


asyncio.run(main())
