functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])


def make(i):
    return lambda: i


print([f() for f in [make(i) for i in range(3)]])

adders = {}
for name, n in [("one", 1), ("ten", 10)]:
    def add(x, n=n):
        return x + n
    adders[name] = add
print({k: f(5) for k, f in adders.items()})

handlers = []
for word in "a b".split():
    def handler():
        return word
    handlers.append(handler)
print([h() for h in handlers])
word = "changed"
print([h() for h in handlers])


def outer():
    x = "outer"

    def middle():
        def inner():
            return x
        return inner
    f = middle()
    x = "rebound"
    return f()


print(outer())
