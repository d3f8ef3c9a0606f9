from functools import reduce, partial
from itertools import chain, groupby, islice, count, takewhile
from operator import itemgetter, mul, add

compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
curry = lambda f: lambda a: lambda b: f(a, b)
print(compose(str, abs, int)("-5"), curry(pow)(2)(10), list(map(curry(mul)(3), range(4))))
pipeline = [partial(map, str.strip), partial(filter, None), partial(map, str.title), sorted]
print(reduce(lambda data, step: step(data), pipeline, ["  bob ", "", "ann", " "]))
primes = lambda: (n for n in count(2) if all(n % d for d in range(2, int(n ** 0.5) + 1)))
print(list(islice(primes(), 10)), sum(takewhile(lambda p: p < 30, primes())))
data = [("fruit", "apple", 3), ("veg", "leek", 2), ("fruit", "pear", 5)]
for kind, rows in groupby(sorted(data), key=itemgetter(0)):
    rows = list(rows)
    print(kind, [r[1] for r in rows], sum(map(itemgetter(2), rows)))
fact = lambda n: reduce(mul, range(1, n + 1), 1)
print([fact(n) for n in range(7)], reduce(add, [[1], [2], [3]]), reduce(lambda a, b: a if len(a) >= len(b) else b, "a bbb cc".split()))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda v: y(y)(v)))
print(Y(lambda rec: lambda n: 1 if n < 2 else n * rec(n - 1))(6))
church = lambda n: lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
print(church(5)(lambda n: n + 1)(0), church(3)(lambda s: s + "!")("hi"))
cons = lambda a, b: lambda pick: pick(a, b)
car = lambda p: p(lambda a, b: a)
cdr = lambda p: p(lambda a, b: b)
print(car(cons(1, 2)), cdr(cons(1, cons(2, 3)))(lambda a, b: a))
print(list(chain.from_iterable([[1, 2], (3,), "ab"])), any(map(str.isdigit, "ab1")), all(map(callable, (len, print))), dict(map(lambda kv: (kv[1], kv[0]), {"a": 1}.items())))


def trampoline(f):
    def run(*args):
        result = f(*args)
        while callable(result):
            result = result()
        return result
    return run


def _sum(n, acc=0):
    return acc if n == 0 else lambda: _sum(n - 1, acc + n)


print(trampoline(_sum)(5000))


def maybe(f):
    return lambda x: None if x is None else f(x)


steps = [maybe(lambda s: s.strip() or None), maybe(lambda s: int(s) if s.isdigit() else None), maybe(lambda n: n * 2)]
print([reduce(lambda acc, f: f(acc), steps, s) for s in (" 21 ", "", "x", None)])
counter = (lambda: (c := [0], lambda: c.__setitem__(0, c[0] + 1) or c[0])[1])()
print(counter(), counter(), counter())
zip_with = lambda f, *its: [f(*args) for args in zip(*its)]
print(zip_with(lambda a, b, c: a + b * c, [1, 2], [3, 4], [5, 6]), list(filter(lambda p: p[0] ** 2 + p[1] ** 2 == 25, [(x, y) for x in range(6) for y in range(6)])))
unfold = lambda f, seed: (lambda r: [] if r is None else [r[0]] + unfold(f, r[1]))(f(seed))
print(unfold(lambda n: None if n > 100 else (n, n * 3), 1))
