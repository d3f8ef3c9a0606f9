import asyncio


def cb(f):
    pass


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    f.add_done_callback(cb)
    print(repr(f))
    f.add_done_callback(cb)
    print(f)
    f.add_done_callback(print)
    f.add_done_callback(lambda f: None)
    print(f)
    f.set_result({"k": list(range(10))})
    print(f)
    g = loop.create_future()
    g.set_exception(ValueError("x" * 40))
    print(g, g.exception() is not None)
    h = loop.create_future()
    h.cancel(msg="why")
    print(h, h.cancelled())
    for v in ("x" * 60, 10**50, [[[[[[[[1]]]]]]]], {1: 2, 3: 4, 5: 6, 7: 8, 9: 10}, set(range(9)), (1,), b"y" * 50, None):
        k = loop.create_future()
        k.set_result(v)
        print(k)


asyncio.run(main())
