from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, update_wrapper, wraps

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3, 4], 10), reduce(max, [3, 9, 2]), reduce(lambda a, b: a + [b], "ab", []))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
base2 = partial(int, base=2)
print(base2("101"), partial(print, "a", sep="-")("b", "c"), partial(pow, 2)(5), base2.func, base2.args, base2.keywords, partial(partial(max, 1), 2)(3))


@lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


print(square(2), square(2), square(3), square(4), square(2))
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())
try:
    fib([])
except TypeError as e:
    print(e)


def log(f):
    @wraps(f)
    def wrapper(*a, **k):
        """wrapper doc"""
        return f(*a, **k)
    return wrapper


@log
def documented(x: int) -> int:
    """doc"""
    return x


print(documented.__name__, documented.__doc__, documented.__wrapped__(5), documented.__annotations__, documented.__qualname__)


class Data:
    def __init__(self, n): self.n = n

    @cached_property
    def total(self):
        print("summing")
        return sum(range(self.n))

    def power(self, a, b): return (self.n, a, b)
    squared = partialmethod(power, 2)


d = Data(5)
print(d.total, d.total, "total" in vars(d), d.squared(7))
del d.total
print(d.total)
