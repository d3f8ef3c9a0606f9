import asyncio
import types


@types.coroutine
def gen():
    yield
    return "spam"


async def afunc():
    await asyncio.sleep(0.01)


async def main():
    wrapper = gen()
    print(await wrapper)
    print(asyncio.iscoroutine(gen()), asyncio.iscoroutinefunction(gen))
    coro = afunc()
    t = asyncio.create_task(coro)
    try:
        await asyncio.sleep(0)
        await coro
    except RuntimeError as e:
        print(e)
    t.cancel()


asyncio.run(main())
