import asyncio


def first_cb(f):
    pass


def fake(f):
    pass


def last_cb(f):
    pass


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.add_done_callback(first_cb)
    print(f)
    f.add_done_callback(last_cb)
    print(f)
    f.remove_done_callback(last_cb)
    for _ in range(8):
        f.add_done_callback(fake)
    f.add_done_callback(last_cb)
    print(f)
    f.cancel()
    print(f)


asyncio.run(main())
