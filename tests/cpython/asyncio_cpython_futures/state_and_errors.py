import asyncio


def attempt(call, *args):
    try:
        return call(*args)
    except BaseException as e:
        return f"{type(e).__name__}({e})"


loop = asyncio.new_event_loop()
f = asyncio.Future(loop=loop)
print(f._state, f.done(), attempt(f.result), attempt(f.exception))
print(f.cancel(), f._state, f.cancel())
for call in ((f.result,), (f.exception,), (f.set_result, None), (f.set_exception, ValueError())):
    print(attempt(*call))
f = asyncio.Future(loop=loop)
f.set_result(42)
print(f._state, f.result(), f.exception(), attempt(f.set_result, 1), f.cancel())
f = asyncio.Future(loop=loop)
f.set_exception(RuntimeError("r"))
print(f._state, attempt(f.result), repr(f.exception()), f.get_loop() is loop)
print(attempt(asyncio.Future))
print(attempt(asyncio.Future, 42))
loop.close()
