def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x
    return composed


increment = lambda n: n + 1
double = lambda n: n * 2
print(compose(increment, double)(5))
print(compose(double, increment)(5))
print(compose()(5))
print(compose(str, abs, int)("-42"))


def apply(f, *args, **kwargs):
    return f(*args, **kwargs)


print(apply(max, 3, 9, 4))
print(apply(sorted, "hello", reverse=True))
print(apply(apply, apply, pow, 2, 5))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
print((lambda: (yield))().__class__.__name__)


def returns_nothing():
    x = 1


print(returns_nothing())
print([f.__name__ for f in (compose, increment, apply, len, print)])
print(compose.__qualname__, compose().__qualname__)
