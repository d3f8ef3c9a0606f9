def a(x):
    return b(x) + 1


def b(x):
    return c(x) * 2


def c(x):
    data = {"values": [1, 2, 3]}
    return data["values"][x]


print(a(0))
print(a(2))
print(a(3))
