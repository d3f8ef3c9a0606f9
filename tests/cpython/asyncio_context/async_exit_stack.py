import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager


@asynccontextmanager
async def server(n):
    print("start server", n)
    yield n
    await asyncio.sleep(0)
    print("stop server", n)


@contextmanager
def tempfile():
    print("make file")
    yield "file"
    print("remove file")


async def farewell(word):
    print(word)


async def main():
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(server(i)) for i in range(3)]
        name = stack.enter_context(tempfile())
        stack.push_async_callback(farewell, "bye")
        stack.callback(print, "plain callback")
        print(servers, name)
    print("all closed")


asyncio.run(main())
