class C:
    def __len__(self): return 1
    def __repr__(self): return "C()"


c = C()
c.__len__ = lambda: 99
c.__repr__ = lambda: "instance repr"
c.__call__ = lambda: "called"
c.__getitem__ = lambda i: i
c.__add__ = lambda o: "added"
c.__iter__ = lambda: iter("abc")
c.__bool__ = lambda: False
c.__eq__ = lambda o: True
c.__hash__ = lambda: 5
c.__enter__ = lambda: None
c.__contains__ = lambda x: True
print(len(c), repr(c), bool(c), c == 5, c.__len__(), c.__call__())
for bad in (lambda: c(), lambda: c[0], lambda: c + 1, lambda: iter(c), lambda: 1 in c, lambda: -c, lambda: c < c, lambda: int(c), lambda: c.__enter__() or c.__exit__()):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
C.__call__ = lambda self, *a: ("class call", a)
C.__getitem__ = lambda self, k: ("item", k)
C.__neg__ = lambda self: "negative"
C.__lt__ = lambda self, o: "less"
print(c(1, 2), c["k"], -c, c < c, c > c)
del C.__len__
try:
    len(c)
except TypeError as e:
    print(e)


class Forward:
    def __init__(self, target): self._target = target
    def __getattr__(self, name): return getattr(self._target, name)


f = Forward([3, 1, 2])
f.append(4)
print(f._target, f.count(3), f.__len__())
for bad in (lambda: len(f), lambda: f[0], lambda: list(f), lambda: f + [1], lambda: 3 in f):
    try:
        print(bad())
    except TypeError as e:
        print(e)
for op in ("__len__", "__getitem__", "__iter__", "__add__", "__contains__"):
    setattr(Forward, op, (lambda op: lambda self, *a: getattr(self._target, op)(*a))(op))
print(len(f), f[0], list(f), f + [9], 3 in f)


class NoneMethods:
    __iter__ = None
    __hash__ = None
    __eq__ = None
    __add__ = None
    __getitem__ = lambda self, i: i


n = NoneMethods()
for bad in (lambda: iter(n), lambda: hash(n), lambda: n == 1, lambda: n + 1, lambda: {n}, lambda: 5 in n):
    try:
        print(bad())
    except TypeError as e:
        print(e)
