from collections import Counter

c = Counter("mississippi")
print(c, c["s"], c["zzz"], c.most_common(2), sorted(c.elements()), c.total(), len(c))
c.update("mmm")
c.subtract({"s": 2, "x": 1})
print(c, +c, -c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=5)
print(a + b, a - b, a & b, a | b, a == Counter(b=1, a=3), a <= b, Counter(a=1) <= a)
a += b
print(a)
del a["c"]
a["new"] += 1
print(a, "c" in a, list(a), dict(a), a.get("q"), a.pop("a"))
words = "the cat sat on the mat the end".split()
for word, n in Counter(words).most_common():
    print(word, n)
print(Counter([1, 2, 2, 3, 3, 3]).most_common(1), Counter(), Counter({"x": 0}), Counter(x=-1).most_common(), repr(Counter("ab")))
print(Counter("hello") == Counter("olleh"), max(Counter("hello").items(), key=lambda kv: kv[1]), sum(Counter("abc").values()), Counter(len(w) for w in words))
print(Counter("abcab").most_common()[:-3:-1], isinstance(c, dict), {k: v for k, v in Counter("aab").items()}, Counter("ab").copy(), sorted(Counter("cba")))
for bad in (lambda: Counter(5), lambda: Counter.fromkeys("ab"), lambda: Counter("a") + 1, lambda: Counter(1, 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
