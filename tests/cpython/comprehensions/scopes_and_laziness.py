def noisy(n):
    print("make", n)
    return range(n)


g = (x * y for x in noisy(2) for y in noisy(3))
print("created")
print(list(g))
n = 10
g = (x + n for x in range(3))
n = 100
print(list(g))
data = [1, 2, 3]
g = (x for x in data)
data = [9]
print(list(g))
data2 = [1]
g = (x for x in data2)
data2.append(2)
print(list(g))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
x = "outer"
[x for x in range(3)]
print(x)


class C:
    size = 3
    a = [i for i in range(size)]

    def m(self):
        return [__class__.__name__ for _ in range(2)]


print(C.a, C().m())


def counter():
    total = 0

    def add(k):
        nonlocal total
        total += k
        return total
    return [add(k) for k in range(5)], total


print(counter())
print([(lambda y: y + z)(1) for z in range(3)])
first, *others = (c.upper() for c in "abc")
print(first, others)
print(list(filter(None, (v or None for v in [0, 1, "", "a"]))))
print([locals_ for locals_ in "ab"], [i for i in range(3)][i := 1], i)
print(next((w for w in ["apple", "bob", "civic"] if w == w[::-1]), None))
