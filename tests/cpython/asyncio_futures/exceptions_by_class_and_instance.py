import asyncio


async def main():
    loop = asyncio.get_running_loop()
    by_class = loop.create_future()
    by_class.set_exception(ZeroDivisionError)
    print(repr(by_class.exception()))

    by_instance = loop.create_future()
    error = OSError(2, "nope")
    by_instance.set_exception(error)
    try:
        await by_instance
    except OSError as e:
        print(e is error, e)

    stop = loop.create_future()
    stop.set_exception(StopIteration)
    try:
        await stop
    except RuntimeError as e:
        print("RuntimeError:", e)
        print("caused by", repr(e.__cause__))

    wrong = loop.create_future()
    for thing in ("not an exception", 3, int):
        try:
            wrong.set_exception(thing)
        except TypeError as e:
            print("TypeError:", e)
    print(wrong.done())


asyncio.run(main())
