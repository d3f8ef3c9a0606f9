import math

big = 10**20
for r in (range(big), range(big, big + 5), range(big + 4, big - 1, -2), range(0, 2**64, 2), range(-big, big, 10**19), range(2**63 - 2, 2**63 + 2), range(0, -big)):
    print(r, bool(r), r.start, r.stop, r.step, r == range(r.start, r.stop, r.step), hash(r) == hash(range(r.start, r.stop, r.step)))
    for f in (lambda: len(r), lambda: r[0], lambda: r[-1], lambda: r[2], lambda: r[1:3], lambda: r[::-1][:2], lambda: list(r[:3]), lambda: big in r, lambda: big + 1 in r, lambda: r.index(big), lambda: r.count(big), lambda: next(iter(r)), lambda: next(reversed(r)), lambda: r["a"], lambda: r[big * big]):
        try:
            print(f(), end=" | ")
        except (OverflowError, IndexError, ValueError, TypeError, StopIteration) as e:
            print(type(e).__name__, e, end=" | ")
    print()
print(sum(range(big, big + 10)), max(range(big, big + 3)), [x % 7 for x in range(big, big + 3)], list(zip(range(big, 2 * big), "ab")))
for i, n in enumerate(range(10**25, 10**26)):
    if math.isqrt(n) ** 2 == n or i > 3:
        break
print(i, n, range(10) == range(0, 10, 1), range(0) == range(0, -big), range(5)[True])
