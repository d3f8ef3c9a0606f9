def check(x):
    return bool(x)


print(check(x.y = 5))
