def f(a, b=2):
    c = a + b
    return sorted(locals().items())


print(f(1))
x = "module"
squares = [x * x for x in range(4)]
print(squares, x)
print([(x, y) for x in range(2) for y in "ab"], x)


def g():
    x = "function"
    result = [x for _ in range(2)]
    gen = (x for _ in range(2))
    x = "changed"
    return result, list(gen)


print(g())


class K:
    x = "class"

    def get(self):
        return x

    items = [x for x in "abc"]


print(K().get(), K.items, K.x)
total = 0
print([total := total + n for n in range(5)], total)
if any((found := n) > 3 for n in [1, 5, 2]):
    print("found", found)
print([y := 5, y ** 2], y)
try:
    print(n)
except NameError as e:
    print(e)
for i in range(3):
    inside = i
print(i, inside)
print(__name__)
