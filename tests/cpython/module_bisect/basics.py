import bisect

l = [1, 3, 3, 5, 9]
print(bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 3), bisect.bisect_left(l, 0), bisect.bisect_left(l, 10), bisect.bisect(l, 4, 1, 3), bisect.bisect_left([], 1))
bisect.insort(l, 4)
bisect.insort_left(l, 3)
bisect.insort(l, 100)
print(l)


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100, 60, 59.9)])


def index(a, x):
    i = bisect.bisect_left(a, x)
    if i != len(a) and a[i] == x:
        return i
    raise ValueError(f"{x} not found")


print(index(l, 9))
try:
    index(l, 7)
except ValueError as e:
    print(e)
records = [("a", 1), ("b", 5), ("c", 9)]
print(bisect.bisect(records, 5, key=lambda r: r[1]), bisect.bisect_left(records, 6, key=lambda r: r[1]))
bisect.insort(records, ("new", 7), key=lambda r: r[1])
print(records)
for bad in (lambda: bisect.bisect([1], "a"), lambda: bisect.bisect(5, 1), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
words = sorted("the quick brown fox jumps".split())
for w in ("cat", "zoo", "aaa"):
    bisect.insort(words, w)
print(words)


def lis(seq):
    tails = []
    for x in seq:
        i = bisect.bisect_left(tails, x)
        tails[i:i + 1] = [x]
    return len(tails)


print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]), lis([3, 2, 1]))
