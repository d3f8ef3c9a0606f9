def countdown(n):
    print("starting")
    while n > 0:
        yield n
        n -= 1
    print("done")


g = countdown(3)
print(type(g).__name__, g.__name__)
print(next(g))
print(next(g))
for x in g:
    print("loop", x)
print(list(g))
try:
    next(g)
except StopIteration as e:
    print("stopped", e.value)
print(next(g, "default"))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print([x for x, _ in zip(fib(), range(10))])
for n in fib():
    if n > 50:
        print(n)
        break
squares = (n * n for n in range(5))
print(sum(squares), sum(squares))
print(max(len(w) for w in "the quick brown fox".split()))
print(iter(g) is g, sorted(x % 3 for x in range(6)))
print(3 in (n for n in range(10)), list(enumerate(fib_ for fib_ in "ab")))
try:
    len(countdown(1))
except TypeError as e:
    print(e)
try:
    countdown(1)[0]
except TypeError as e:
    print(e)
