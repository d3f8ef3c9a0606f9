import asyncio
import types


@types.coroutine
def pause(tag):
    print(tag, "pauses")
    yield
    print(tag, "continues")
    return tag


async def task(tag):
    return await pause(tag), await pause(tag + "'")


async def main():
    print(await asyncio.gather(task("p"), task("q")))


asyncio.run(main())
