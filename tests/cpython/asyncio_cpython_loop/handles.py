import asyncio


def callback(*args):
    return args


loop = asyncio.new_event_loop()
h = asyncio.Handle(callback, (), loop)
print(h._callback is callback, h._args, h.cancelled())
h.cancel()
print(h.cancelled(), h)
a = asyncio.TimerHandle(10.0, callback, (), loop)
b = asyncio.TimerHandle(10.0, callback, (), loop)
c = asyncio.TimerHandle(20.0, callback, (), loop)
print(a == b, a <= b, a < c, c > a, c >= b, a == c, a != c)
print(a.when(), hash(a) == hash(10.0))
b.cancel()
print(a == b, a == "something else")
loop.close()
