import asyncio


async def child(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    group = asyncio.gather(child("a"), child("b"), child("c"))
    await asyncio.sleep(0.01)
    print("cancel:", group.cancel())
    try:
        await group
    except asyncio.CancelledError:
        print("the gather raised CancelledError")
    print(group.done(), group.cancelled())
    print(group.cancel())


asyncio.run(main())
