first = [1, 2]
second = (3, 4)
print([*first, *second])
print((*first, *"ab", 5))
print({*first, *second, 2})
print([*range(3), *[], *{"k": 1}])
a = {"x": 1, "y": 2}
b = {"y": 20, "z": 30}
print({**a, **b})
print({**b, **a, "z": 0})
print({"y": -1, **a})
print(*first, *second, sep="-")
t = *first, *second
print(t)
for x in *first, "then", *second:
    print(x, end=" ")
print()


def f(*args, **kw):
    return args, kw


print(f(*first, 9, *second, k=1, **a))
print(f(*[1], *[2], **{}, **{"q": 3}))


def g():
    return *first, 7


print(g())
try:
    [*5]
except TypeError as e:
    print(e)
try:
    {**[1]}
except TypeError as e:
    print(e)
try:
    print({*[[1]]})
except TypeError as e:
    print(e)
lists = [[1, 2], [3], []]
print([x for l in lists for x in l], sum(lists, []))
print(list(zip(*[(1, "a"), (2, "b"), (3, "c")])))
