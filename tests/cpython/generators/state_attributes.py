import inspect


def g():
    try:
        yield 1
        yield 2
    except Exception:
        pass


x = g()
print(inspect.getgeneratorstate(x), x.gi_running, x.gi_yieldfrom)
next(x)
print(inspect.getgeneratorstate(x), x.gi_frame.f_lineno)
list(x)
print(inspect.getgeneratorstate(x), x.gi_frame)
print(inspect.isgenerator(x), inspect.isgeneratorfunction(g), inspect.isgenerator(g))


def self_runner():
    try:
        next(me)
    except ValueError as e:
        yield str(e)


me = self_runner()
print(next(me))


def delegating():
    yield from inner


inner = g()
d = delegating()
next(d)
print(d.gi_yieldfrom is inner)
gen = (i for i in [])
print(gen.__name__, gen.__qualname__, repr(gen).split(" at ")[0])
print(g.__name__, x.__qualname__)
x.__name__ = "renamed"
print(x.__name__)
print(x.gi_code.co_name, g.__code__.co_flags & 0x20)
