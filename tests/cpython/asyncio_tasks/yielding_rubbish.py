import asyncio
import types


@types.coroutine
def rubbish(value):
    yield value


async def yields(value):
    try:
        await rubbish(value)
    except RuntimeError as e:
        print("RuntimeError:", e)


async def main():
    await asyncio.create_task(yields(42), name="t42")
    await asyncio.create_task(yields("text"), name="ttext")
    await asyncio.create_task(yields(None), name="tnone")
    print("a bare yield of None is a sleep(0)")


asyncio.run(main())
