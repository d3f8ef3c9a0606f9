import functools


class Maths:
    calls = 0

    @functools.lru_cache(maxsize=None)
    def square(self, n):
        Maths.calls += 1
        return n * n

    @functools.cached_property
    def heavy(self):
        Maths.calls += 1
        return "heavy result"


m = Maths()
print(m.square(3), m.square(3), Maths.calls, m.heavy, m.heavy, Maths.calls, Maths.square.cache_info())


@functools.lru_cache
def f(a, b=2, *args, **kw):
    return a + b


print(f(1), f(1, 2), f(a=1), f(1, b=2), f.cache_info(), f.__wrapped__(1))


@functools.lru_cache(maxsize=3, typed=True)
def typed(x): return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info(), typed.cache_parameters())


@functools.cache
def grid(r, c):
    return 1 if r == 0 or c == 0 else grid(r - 1, c) + grid(r, c - 1)


print(grid(16, 16), grid.cache_info().misses)
add3 = functools.partial(lambda a, b, c, *, d=0: (a, b, c, d), 1, d=9)
print(add3(2, 3), add3(2, c=5), add3(2, 3, d=1), add3.keywords)
try:
    add3()
except TypeError as e:
    print(str(e).replace("<lambda>", "LAMBDA"))


def debug(f=None, *, prefix="DBG"):
    if f is None:
        return functools.partial(debug, prefix=prefix)

    @functools.wraps(f)
    def wrapper(*a, **k):
        print(prefix, f.__name__, a, k)
        return f(*a, **k)
    return wrapper


@debug
def one(x): "doc one"; return x
@debug(prefix=">>")
def two(x, y=1): return x + y


print(one(1), two(2, y=3), one.__name__, one.__doc__, two.__wrapped__.__name__)
print(functools.reduce(lambda acc, w: {**acc, w: len(w)}, ["a", "bb"], {}), functools.WRAPPER_ASSIGNMENTS[:3])
