def g():
    yield 1
    return "result"


def run(gen):
    items = []
    while True:
        try:
            items.append(next(gen))
        except StopIteration as e:
            return items, e.value, e.args


print(run(g()))


def nothing():
    return
    yield


print(run(nothing()))


def raises_stop():
    yield 1
    raise StopIteration("oops")


try:
    list(raises_stop())
except RuntimeError as e:
    print(e)
    print(repr(e.__cause__))


def inner_next():
    it = iter([])
    yield next(it)


try:
    list(inner_next())
except RuntimeError as e:
    print(e)


def returns_tuple():
    yield
    return 1, 2


print(run(returns_tuple()))


def wrapper():
    value = yield from returns_tuple()
    print("value", value)
    value = yield from nothing()
    print("value", value)
    value = yield from []
    print("value", value)


print(run(wrapper()))
