import functools, operator, random
people = [("Bob", 25), ("alice", 30), ("Carl", 25), ("dave", 22)]
print(sorted(people), sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[0].lower()), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=operator.itemgetter(1), reverse=True))
print(sorted("banana"), sorted([3, 1, 2], reverse=True), sorted({3: "a", 1: "b"}), sorted([True, False, 2]), sorted(["b", "A", "a", "B"], key=str.lower), sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]), sorted([1.5, -1, 0]), sorted([], key=5 if False else None), sorted(["10", "9", "2"], key=int))
l = [5, 2, 9]; print(l.sort(), l, l.sort(reverse=True), l, l.reverse(), l, list(reversed(l)))
def cmp(a, b): return (a > b) - (a < b)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted("bca", key=functools.cmp_to_key(cmp)))
class K:
    log = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): K.log += 1; return self.v < o.v
    def __repr__(self): return f"K{self.v}"
print(sorted([K(3), K(1), K(2)]), max([K(1), K(5)], key=lambda k: k.v), K.log > 0)
try: max([K(1), K(2)])
except TypeError as e: print(e)
for f in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: sorted(5), lambda: sorted([1, 2], key=lambda: 0), lambda: sorted([1], key=5), lambda: sorted([[1], ["a"]]), lambda: sorted([(1, "a"), (1, 2)]), lambda: sorted([1, 2], reverse="x"), lambda: sorted([1, 2], reverse=None), lambda: sorted([1], lambda x: x), lambda: [1].sort(5), lambda: min(1, "a"), lambda: max([]), lambda: min([], default=5), lambda: max(1, 2, default=3), lambda: min(5), lambda: max("ab", "c", key=len), lambda: min([1], key=5), lambda: sorted(None), lambda: sorted(), lambda: [3, 1].sort(cmp=1), lambda: sorted([1, None], key=lambda x: x or 0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
l = [3, 1, 2]
def evil(x): l.append(x); return x
try: l.sort(key=evil)
except ValueError as e: print(e)
print(l)
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(set(words), key=lambda w: (len(w), w)), sorted(words, key=words.index), max(words, key=words.count), min(words, key=len))
st = [("a", 1), ("b", 1), ("c", 0), ("d", 1)]; print(sorted(st, key=lambda x: x[1]), sorted(st, key=lambda x: x[1], reverse=True))
random.seed(1); big = [random.random() for _ in range(500)]; s = sorted(big); print(all(a <= b for a, b in zip(s, s[1:])), s == sorted(s, reverse=True)[::-1])
nan = float("nan"); print(max(1, nan), max(nan, 1), min([nan, 1]), sorted([2, 1]) )
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - i - 1):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2; l, r, o = merge(a[:m]), merge(a[m:]), []
    while l and r: o.append((l if l[0] <= r[0] else r).pop(0))
    return o + l + r
def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        k = i
        while k and a[k - 1] > a[k]: a[k - 1], a[k] = a[k], a[k - 1]; k -= 1
    return a
d = [random.randint(0, 50) for _ in range(20)]; print(d, bubble(d) == merge(d) == insertion(d) == sorted(d))
