class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountIter(self.n)
    def __reversed__(self): return iter(range(1, self.n + 1))
    def __len__(self): return self.n
    def __length_hint__(self): return self.n
class CountIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3)
print(list(c), tuple(c), set(c), [*c], max(c), min(c), sum(c), sorted(c), 2 in c, 9 in c, list(reversed(c)), list(enumerate(c)), list(zip(c, c)), dict(zip("abc", c)), "".join(map(str, c)), any(c), all(c), len(c))
a, *b = c; print(a, b)
class Seq:
    def __init__(self, d): self.d = d
    def __getitem__(self, i):
        print("get", i, end=";")
        if isinstance(i, slice): return self.d[i]
        return self.d[i]
    def __len__(self): return len(self.d)
s = Seq("xyz"); print(list(s), "y" in s, "q" in s, list(reversed(s)), s[0:2], [*iter(s)])
class NoIter: pass
class BadIter:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
class IterErr:
    def __iter__(self): raise ValueError("iter!")
class NextErr:
    def __iter__(self): return self
    def __next__(self): raise KeyError("next!")
class OldStyle:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
for k in (NoIter, BadIter, NoneIter, IterErr, NextErr, OldStyle):
    for f in (list, sum, lambda x: [*x], lambda x: 5 in x, lambda x: {**x}, lambda x: max(x), lambda x: next(x), lambda x: len(x), lambda x: [y for y in x], lambda x: print(*x), lambda x: dict(x), lambda x: next(iter(x)), lambda x: set(x), lambda x: zip(x), lambda x: enumerate(x), lambda x: tuple(x), lambda x: sorted(x), lambda x: [1, 2].extend(x), lambda x: list(map(str, x)), lambda x: reversed(x)):
        try:
            r = f(k())
            print(r if not hasattr(r, "__next__") else "iterator", end=" | ")
        except Exception as e: print(type(e).__name__, e, end=" | ")
    print()
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"), it.__length_hint__())
try: next(it)
except StopIteration as e: print("stop", e.value, e.args)
print(list(iter(lambda l=[3, 2, 1, 0]: l.pop(), 3)), type(iter(lambda: 0, 1)).__name__)
d = {"a": 1}; di = iter(d); d["b"] = 2
try: next(di)
except RuntimeError as e: print(e)
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10)
    if len(l) > 8: break
print(l)
for i, x in enumerate(l[:]): 
    if x % 2: l.remove(x)
print(l)
for x in (): pass
else: print("empty else")
for i in range(3):
    if i == 5: break
else: print("no break", i)
n = 3
while n: n -= 1
else: print("while else", n)
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def depth(self): return 1 + max((k.depth() for k in self.kids), default=0)
t = Tree(1, Tree(2, Tree(3)), Tree(4)); print(list(t), t.depth(), sum(t))
for ty in [iter([]), iter(()), iter({}), iter({}.items()), iter(set()), iter(""), iter("é"), iter(b""), iter(range(0)), reversed([]), zip(), map(str, []), filter(None, []), enumerate([]), (x for x in []), iter({}.values()), reversed({}), iter(bytearray())]: print(type(ty).__name__, end=" ")
print()
import itertools as I
print(list(I.chain("ab", [1])), list(I.compress("abc", [1, 0, 1])), list(I.dropwhile(lambda x: x < 2, [1, 2, 1])), list(I.filterfalse(None, [0, 1])), list(I.islice("abcdef", 1, 5, 2)), list(I.starmap(pow, [(2, 3)])), [list(x) for x in I.tee("ab")], list(I.zip_longest("ab", "c", fillvalue="-")), list(I.product("ab", repeat=2))[:3], list(I.permutations("abc", 2))[:3], list(I.combinations("abc", 2)), list(I.combinations_with_replacement("ab", 2)), list(I.repeat(1, 2)), next(I.cycle("x")), list(I.accumulate([1, 2, 3])))
