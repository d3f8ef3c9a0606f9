log = []


def source(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        yield i


z = zip(source("a", 3), source("b", 2))
print(list(z), log)
log.clear()
m = map(lambda x, y: x + y, source("a", 2), source("b", 3))
print(next(m), log, list(m), log)
log.clear()
print(any(x > 0 for x in source("x", 5)), log)
log.clear()
print(all(x < 1 for x in source("x", 5)), log)
log.clear()
print(2 in source("x", 5), log)
log.clear()
a, b, *c = source("u", 4)
print(a, b, c, log)
log.clear()
for x in source("f", 5):
    if x == 1:
        break
print(log)
log.clear()
gen = (x * 2 for x in source("g", 3) if x)
print(log, next(gen), log)
log.clear()
print(min(source("m", 2)), sum(source("s", 2)), sorted(source("t", 2)), dict(zip(source("k", 2), source("v", 2))), log)
log.clear()
e = enumerate(source("e", 2))
print(next(e), log)
it = iter(source("i", 3))
print([next(it) for _ in range(2)], list(it), next(it, None))
log.clear()
print("".join(str(x) for x in source("j", 3)), max(source("q", 3), key=lambda v: -v), log)
r = reversed([1, 2, 3])
print(next(r), list(r), list(r), r.__length_hint__() if hasattr(r, "__length_hint__") else "")
d = {"a": 1, "b": 2}
it = iter(d)
print(next(it), list(it), list(iter(d.items())))
chars = iter("hello")
for c in chars:
    print(c, next(chars, "-"), end="; ")
print()
print(list(zip(*[iter(range(7))] * 3)), [(a, b) for a, b in zip(range(3), range(3)[::-1])], list(zip(range(0), source("never", 1))))
first = second = iter([1, 2, 3, 4])
print([(x, next(second)) for x in first])
