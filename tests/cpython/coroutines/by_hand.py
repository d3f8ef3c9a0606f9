import types


class Request:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        answer = yield self.what
        print("request", self.what, "answered", answer)
        return answer


async def inner(n):
    x = await Request(f"first {n}")
    y = await Request(f"second {n}")
    return x, y


async def outer():
    try:
        a = await inner(1)
        b = await inner(2)
        return a + b
    finally:
        print("outer finally")


def drive(coro, answers):
    asked = []
    value = None
    for answer in answers + [None]:
        try:
            asked.append(coro.send(value))
        except StopIteration as e:
            return asked, e.value
        value = answer
    return asked, "not finished"


print(drive(outer(), [10, 20, 30, 40]))
c = outer()
print(c.send(None), c.cr_running, c.cr_frame.f_lineno, c.cr_await is not None)
try:
    c.throw(ValueError("thrown in"))
except ValueError as e:
    print("came out", e)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
d = outer()
d.send(None)
d.close()
d.close()
e = outer()
e.close()
f = outer()
try:
    f.send("non-None")
except TypeError as err:
    print(err)
f.close()


@types.coroutine
def legacy():
    got = yield "legacy"
    return got * 2


async def uses_legacy():
    return await legacy()


print(drive(uses_legacy(), [21]))
print(type(outer).__name__, type(c).__name__, c.__name__, c.__qualname__, outer.__code__.co_flags & 0x80)
for bad in (lambda: iter(c), lambda: next(c), lambda: list(c)):
    try:
        bad()
    except TypeError as err:
        print(err)
