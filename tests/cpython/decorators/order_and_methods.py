def tag(name):
    print("evaluate", name)

    def deco(f):
        print("apply", name)

        def wrapper(*args, **kwargs):
            print("enter", name)
            try:
                return f(*args, **kwargs)
            finally:
                print("leave", name)
        return wrapper
    return deco


@tag("outer")
@tag("inner")
def f(x):
    print("body", x)
    return x


print(f(1))


class Service:
    @tag("method")
    def run(self, n):
        return n * 2

    @staticmethod
    @tag("static")
    def util(n):
        return n + 1

    @classmethod
    @tag("class")
    def make(cls):
        return cls.__name__

    @property
    @tag("prop")
    def value(self):
        return 42


s = Service()
print(s.run(4), Service.util(1), s.make(), s.value)


def memoize(f):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))


def retry(times, errors=(Exception,)):
    def deco(f):
        def wrapper(*a):
            for attempt in range(1, times + 1):
                try:
                    return f(*a)
                except errors as e:
                    print("attempt", attempt, "failed:", e)
            raise RuntimeError(f"gave up after {times}")
        return wrapper
    return deco


state = {"n": 0}


@retry(3, (ValueError,))
def flaky():
    state["n"] += 1
    if state["n"] < 3:
        raise ValueError(f"try {state['n']}")
    return "ok"


print(flaky())
try:
    @retry(1)
    def never(): raise KeyError("k")
    never()
except RuntimeError as e:
    print(e)
