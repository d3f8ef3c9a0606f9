a, b = 1, 2
print(a, b)
a, b = b, a
print(a, b)
[x, y, z] = "xyz"
print(x, y, z)
(p, (q, r)), s = (1, (2, 3)), 4
print(p, q, r, s)
first, *rest = [1, 2, 3, 4]
print(first, rest)
*init, last = "hello"
print(init, last)
head, *middle, tail = range(6)
print(head, middle, tail)
one, *nothing = (1,)
print(one, nothing)
(a, *b), *c = [[1, 2, 3], 4, 5]
print(a, b, c)
a = b = c = []
b.append(1)
print(a, b, c, a is c)
d = {}
d["x"], d["y"] = 1, 2
print(d)
values = [0, 1, 2]
i = 0
i, values[i] = 2, "set"
print(i, values)
for k, (m, *n) in {"one": (1, 2, 3), "two": (4,)}.items():
    print(k, m, n)
x, = [42]
print(x)
() = []
[] = ()
*a, = {1: "a", 2: "b"}
print(a)
a, b = {"k1": 1, "k2": 2}
print(a, b)
