def worker():
    while True:
        try:
            item = yield
            print("got", item)
        except ValueError as e:
            print("handled", e)
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("finally")


w = worker()
next(w)
w.send(1)
w.throw(ValueError("bad"))
w.throw(ValueError, "two args")
w.close()
w.close()
try:
    next(w)
except StopIteration:
    print("exhausted")


def stubborn():
    for attempt in range(2):
        try:
            yield 1
        except GeneratorExit:
            print("ignored", attempt)


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def simple():
    yield 1
    yield 2


g = simple()
try:
    g.throw(KeyError("before start"))
except KeyError as e:
    print(repr(e))
print(list(g))
g = simple()
next(g)
try:
    g.throw(TypeError)
except TypeError as e:
    print(repr(e))


def closing_value():
    try:
        yield 1
    except GeneratorExit:
        return "value on close"


g = closing_value()
next(g)
print(g.close(), g.close())
try:
    simple().throw(42)
except TypeError as e:
    print(e)
