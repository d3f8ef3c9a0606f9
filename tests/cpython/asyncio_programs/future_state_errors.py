import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for name in ("result", "exception"):
        try:
            getattr(f, name)()
        except asyncio.InvalidStateError as e:
            print(name, repr(e))
    f.set_result(1)
    for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(repr(e))
    print(f.cancel(), f.result(), f.exception(), f.done())
    g = loop.create_future()
    try:
        g.set_exception(StopIteration("no"))
    except TypeError as e:
        print(e)
    try:
        await g
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    t = asyncio.current_task()
    for call in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as e:
            print(e)


asyncio.run(main())
