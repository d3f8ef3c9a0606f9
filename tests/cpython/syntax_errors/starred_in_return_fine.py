def f(l):
    return *l, 1


print(f([2, 3]))
print(*[1], (*[2],))
x = (*[1, 2])
