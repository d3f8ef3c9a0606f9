import asyncio

loop = asyncio.new_event_loop()
f = loop.create_future()


def fixture():
    yield "A"
    x = yield from f
    yield "B", x
    y = yield from f
    yield "C", y


g = fixture()
print(next(g))
print(next(g) is f)
f.set_result(42)
print(next(g))
print(next(g))
h = loop.create_future()
it = iter(h)
print(next(it) is h)
try:
    next(it)
except RuntimeError as e:
    print(e)
h.cancel()
loop.close()
