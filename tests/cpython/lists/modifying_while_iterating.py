numbers = [1, 2, 3, 4, 5, 6]
for n in numbers:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers)

numbers = [2, 2, 2, 2]
for n in numbers:
    numbers.remove(n)
print(numbers)

numbers = [1, 2, 3]
for n in numbers:
    if len(numbers) < 6:
        numbers.append(n * 10)
print(numbers)

for n in numbers[:]:
    numbers.remove(n)
print(numbers)

d = {"a": 1, "b": 2}
try:
    for k in d:
        d[k + k] = 0
except RuntimeError as e:
    print(e)
d = {"a": 1, "b": 2}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
for k in d:
    d[k] = "replaced"
print(d)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
for k in list(d):
    del d[k]
print(d)
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, None))
l = [0]
it = iter(l)
print(next(it), next(it, "end"))
l.append(1)
print(next(it, "still ended"))
