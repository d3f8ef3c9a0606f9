def adder(n):
    def add(x):
        nonlocal n
        n += 1
        return x + n

    return add


add = adder(3)
total = 0
for i in range(200_000):
    total += add(i)
compose = lambda f, g: lambda x: f(g(x))
twice = compose(add, add)
for i in range(50_000):
    total += twice(i)
print(total)
