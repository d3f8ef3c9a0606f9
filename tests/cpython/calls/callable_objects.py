class Counter:
    def __init__(self):
        self.calls = 0

    def __call__(self, step=1):
        self.calls += step
        return self.calls


c = Counter()
print(c(), c(), c(5), c(step=10))
print(callable(c), callable(Counter), callable(3), callable(len), callable(lambda: 0))


class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = coefficients

    def __call__(self, x):
        result = 0
        for a in self.coefficients:
            result = result * x + a
        return result


p = Polynomial(2, -3, 1)
print([p(x) for x in range(5)])
print(list(map(p, (0.5, 1.5))))
print(sorted([3, -1, 2], key=Polynomial(1, 0, 0)))

for thing in (3, "text", None, [1], (1,), {}, 2.5, True):
    try:
        thing()
    except TypeError as e:
        print(e)

c.__call__ = lambda: "instance attributes do not count"
print(c())
