import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []
    a, b, c = (lambda f, n=n: log.append(n) for n in "abc")
    f = loop.create_future()
    f.add_done_callback(a)
    f.add_done_callback(b)
    f.add_done_callback(a)
    print(f.remove_done_callback(a), f.remove_done_callback(c))
    f.add_done_callback(c)
    f.set_result(None)
    print(f.remove_done_callback(b))
    await asyncio.sleep(0)
    print(log)

    f = loop.create_future()
    f.add_done_callback(a)

    class Evil:
        def __eq__(self, other):
            f.remove_done_callback(b)
            return False

    f.add_done_callback(b)
    print(f.remove_done_callback(Evil()))
    f.set_result(None)
    await asyncio.sleep(0)
    print(log)


asyncio.run(main())
