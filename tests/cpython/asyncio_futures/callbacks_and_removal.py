import asyncio


def cb(name):
    def call(fut):
        print(name, fut.result())
    return call


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    a, b, c = cb("a"), cb("b"), cb("c")
    for f in (a, b, a, c, a):
        fut.add_done_callback(f)
    print("removed", fut.remove_done_callback(a))
    print("removed", fut.remove_done_callback(a))
    fut.set_result(1)
    print("set; nothing called yet")
    await asyncio.sleep(0)
    fut.add_done_callback(cb("late"))
    print("late added")
    await asyncio.sleep(0)


asyncio.run(main())
