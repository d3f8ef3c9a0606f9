import asyncio


async def child(message):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("child:", e.args)
        raise


async def main():
    for args in ((), ("my message",)):
        g = asyncio.gather(child(1))
        await asyncio.sleep(0)
        g.cancel(*args)
        try:
            await g
        except asyncio.CancelledError as e:
            print("gather:", e.args)


asyncio.run(main())
