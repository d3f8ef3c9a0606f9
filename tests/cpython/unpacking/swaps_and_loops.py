a = [1, 2, 3, 4]
a[0], a[-1] = a[-1], a[0]
print(a)
i = 0
i, a[i] = 1, "x"
print(i, a)
x, y, z = 1, 2, 3
x, y, z = z, x, y
print(x, y, z)
(x, y), z = (y, z), x
print(x, y, z)
class P: pass
p = P()
p.a, p.b, [p.c, *p.d] = "s", 2, range(4)
print(vars(p))
d = {}
d["k"], (d["l"], *d["m"]) = 0, "xyz"
print(d)
for a, *b in ["abc", [1], (2, 3)]:
    print(a, b)
for (a, b), c in zip([(1, 2), (3, 4)], "xy"):
    print(a, b, c)
for i, (name, (first, *others)) in enumerate([("n", "abc"), ("m", [9])]):
    print(i, name, first, others)
fib = [0, 1]
m, n = fib
while n < 50:
    m, n = n, m + n
    fib.append(n)
print(fib)
head, *tail = [1]
print(head, tail)
*rest, last = "ab"
print(rest, last)
first, second, *_ = iter(range(100))
print(first, second, len(_))
[a, [b, [c, [d]]]] = [1, [2, [3, [4]]]]
print(a, b, c, d)
t = (1, 2)
a, b = c = t
print(a, b, c)
a = b = []
a.append(1)
print(b, a is b)
def multi(): return 1, [2, 3]
one, (two, three) = multi()
print(one, two, three)
k, = {"only": 1}
print(k)
try:
    a, b = "abc"
except ValueError as e:
    print(e)
try:
    a, b, *c = [1]
except ValueError as e:
    print(e)
q, r = divmod(17, 5)
(lo, hi), avg = (min(t), max(t)), sum(t) / len(t)
print(q, r, lo, hi, avg)
print(*[1, 2], *(3,), **{"sep": "|"})
matrix = [[1, 2], [3, 4]]
(a, b), (c, d) = matrix
print(a * d - b * c, [*map(list, zip(*matrix))])
