def outer(x):
    return inner(inner(x) + 1) + inner(x * 2)


def inner(y):
    return [10, 20, 30][y] - 10


print(outer(0))
print(outer(1))
