t = (1, "two", 3.0)
single = (5,)
empty = ()
bare = 1, 2, 3
print(t, single, empty, bare, len(t), t[0], t[-1], t[1:], t + (4,), t * 2, "two" in t, t.index("two"), t.count(1), tuple("abc"), tuple([1, 2]), tuple(range(3)), tuple())
print((1), (1,), ((1, 2), (3,)), (1, 2) == (1, 2), (1, 2) < (1, 3), () < (0,), hash((1, 2)) == hash((1, 2)), max((3, 1), (2, 9)), sorted([(2, "b"), (1, "z"), (2, "a")]))
for bad in (lambda: t[5], lambda: t.index("x"), lambda: t + [1], lambda: t.append(1), lambda: t["a"], lambda: tuple(5), lambda: (1, 2) < (1, "a"), lambda: hash(([],)), lambda: t * "a", lambda: tuple(1, 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
mutable_inside = ([1], 2)
mutable_inside[0].append(2)
print(mutable_inside)
x, y = 1, 2
x, y = y, x
print(x, y, divmod(17, 5), *t, sep=" / ")


def min_max(values):
    return min(values), max(values)


low, high = min_max([3, 1, 4])
print(low, high, min_max([5]), type(min_max([1])).__name__)
points = {(0, 0): "origin", (1, 0): "right"}
print(points[0, 0], points[(1, 0)], (0, 0) in points, (9, 9) in points)
print(tuple(x * 2 for x in t[:1]), tuple(reversed(t)), list(enumerate(t)), t[::-1], t is tuple(t), (1, 2, 3)[1:][0], sum((1, 2, 3)), any((0, 1)), ("a", "b")[True])
nested = ((1, 2), (3, (4, 5)))
(a, b), (c, (d, e)) = nested
print(a, b, c, d, e, nested[1][1][0])
