a = [1, 2]
b = a
c = list(a)
a += [3]
print(a, b, c, a is b)
a = a + [4]
print(a, b)
a *= 2
print(a, [0] * 3, 2 * [1, 2], [[]] * 2)
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 1
print(grid)
print([1, 2] == [1, 2], [1, 2] == (1, 2), [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [[1], 2] == [[1], 2], [1, 2] != [2, 1])
print(3 in a, 99 in a, not a, bool([]), len(a), sum(a), min(a), max(a))
a[1:3] = ["x", "y", "z"]
print(a)
a[2:2] = [10, 20]
print(a)
a[::3] = [0] * len(a[::3])
print(a)
del a[0], a[-1]
del a[1:3]
print(a)
del a[::2]
print(a)
a[:] = []
print(a)
a += "ab"
a += (1, 2)
a += {5: 6}
print(a)
try:
    a + (1,)
except TypeError as e:
    print(e)
try:
    a += 5
except TypeError as e:
    print(e)
nested = [1, [2, [3, [4]]]]
print(nested[1][1][1][0], len(nested), nested)
l = [1]
l.append(l)
print(l, l[1][1][0], l == l)
print([1, True, 1.0].count(1), [1, 2, 3].index(True), [float("nan")] == [float("nan")])
