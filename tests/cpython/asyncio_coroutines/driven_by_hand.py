async def inner(x):
    return x * 2


async def outer():
    a = await inner(4)
    b = await inner(a)
    return a + b


coro = outer()
print(type(coro).__name__, coro.__name__)
try:
    coro.send(None)
except StopIteration as stop:
    print("result:", stop.value)
try:
    coro.send(None)
except RuntimeError as e:
    print("RuntimeError:", e)
