for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == j:
            continue
        print(i, j)
    else:
        print("never")
else:
    print("outer finished")
n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    print(n)
else:
    print("while else", n)
while True:
    n += 1
    if n > 3:
        break
else:
    print("not printed")
print(n)
for x in []:
    pass
else:
    print("empty loop else")
for i, (a, b) in enumerate([("x", 1), ("y", 2)], start=1):
    print(i, a, b)
for a, b, c in zip("abc", [1, 2, 3], (True, False)):
    print("not reached" if a == "c" else (a, b, c))
for ch in "hé😀":
    print(ch, end=" ")
print()
for i in range(5, 0, -2): print(i, end=" ")
print(i)
for i in range(3):
    i = 10
print(i)
d = {}
for d["k"] in range(3):
    pass
print(d)
l = [0, 0]
for l[0], l[1] in [(1, 2), (3, 4)]:
    print(l)
for line in "one\ntwo".splitlines(): print(len(line))
print([i for i in range(10) if i % 2][::-1], list(range(0)), list(range(5, 2)), range(3)[1], 3 in range(3), range(0, 10, 3)[-1], len(range(0, 10, 3)), range(1, 3) == range(1, 3, 1), list(range(10)[2:8:2]), range(10)[::-1], range(10).index(4), range(10).count(3))
try:
    range(1, 2, 0)
except ValueError as e:
    print(e)
primes = []
for n in range(2, 40):
    for p in primes:
        if n % p == 0:
            break
    else:
        primes.append(n)
print(primes)
