import asyncio


async def notmuch():
    return 123


async def main():
    t = asyncio.create_task(notmuch(), name=987654321)
    print(repr(t.get_name()))
    t.set_name(123456789)
    print(repr(t.get_name()))
    t.set_name({6})
    print(repr(t.get_name()))
    await t


asyncio.run(main())
