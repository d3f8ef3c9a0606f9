import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for bad in (1, "spam"):
        try:
            loop.set_exception_handler(bad)
        except TypeError as e:
            print(e)
    seen = []
    loop.set_exception_handler(lambda l, ctx: seen.append((l is loop, ctx["message"].split(" at ")[0])))

    def zero_error():
        1 / 0

    loop.call_soon(zero_error)
    await asyncio.sleep(0)
    print(seen)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    try:
        loop.set_task_factory(1)
    except TypeError as e:
        print(e)


asyncio.run(main())
