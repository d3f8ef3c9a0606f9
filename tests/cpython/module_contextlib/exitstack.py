from contextlib import ExitStack, contextmanager


@contextmanager
def res(name, fail=False):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)
        if fail:
            raise ValueError(f"closing {name}")


with ExitStack() as stack:
    names = [stack.enter_context(res(n)) for n in "abc"]
    stack.callback(print, "callback", sep="-")
    stack.callback(lambda x, k=1: print("cb", x, k), 5, k=6)
    print(names)
print("---")


def handler(t, e, tb):
    print("handler", t and t.__name__, e)
    return True


with ExitStack() as stack:
    stack.push(handler)
    stack.enter_context(res("x"))
    raise KeyError("k")
print("---")
try:
    with ExitStack() as stack:
        stack.enter_context(res("one", fail=True))
        stack.enter_context(res("two", fail=True))
        raise TypeError("body")
except ValueError as e:
    print(e, "|", repr(e.__context__), "|", repr(e.__context__.__context__))
with ExitStack() as stack:
    stack.enter_context(res("kept"))
    saved = stack.pop_all()
print("left, still open")
saved.close()


@contextmanager
def maybe(n):
    with ExitStack() as s:
        for i in range(n):
            s.enter_context(res(f"r{i}"))
        yield n


with maybe(2) as n:
    print("n", n)


class NotCm: pass


try:
    with ExitStack() as s:
        s.enter_context(NotCm())
except TypeError as e:
    print(e)
with ExitStack() as s:
    @s.callback
    def done(): print("decorated callback")
    print("body")
