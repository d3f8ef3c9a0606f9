total = 0
for _ in range(10):
    odd = filter(lambda x: x & 1, range(30_000))
    total += sum(map(lambda x: x * 3, odd))
pairs = list(map(lambda a, b: a + b, range(50_000), range(50_000)))
print(total, pairs[-1], sum(map(int, map(str, range(50_000)))))
