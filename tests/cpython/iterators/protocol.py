class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), list(c), [x for x in c], sum(c), max(c), 2 in c, 9 in c, tuple(c), sorted(c), set(c), dict.fromkeys(c), [*c], list(zip(c, c)))
a, b, d = c
print(a, b, d)
it = iter(c)
print(next(it), list(it), next(it, "end"))


class OldStyle:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


print(list(OldStyle()), 20 in OldStyle(), list(reversed(range(3))), [x for x in OldStyle()], iter(OldStyle()).__class__.__name__)


class Infinite:
    def __iter__(self): return self
    def __next__(self): return 1


for i, x in zip(range(3), Infinite()):
    print(i, x, end=";")
print()


class BadIter:
    def __iter__(self): return 5


class NoNext:
    def __iter__(self): return self


for bad in (BadIter, NoNext, object, lambda: 5, lambda: None):
    try:
        for x in bad():
            pass
    except TypeError as e:
        print(e)
values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)), list(values))
try:
    next(5)
except TypeError as e:
    print(e)
try:
    next([1])
except TypeError as e:
    print(e)
try:
    iter(5, 0)
except TypeError as e:
    print(e)
