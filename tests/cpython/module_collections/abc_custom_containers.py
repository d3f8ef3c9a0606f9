from collections.abc import MutableMapping, MutableSequence, MutableSet, Iterable, Hashable


class LowerDict(MutableMapping):
    def __init__(self, *a, **k): self._d = {}; self.update(*a, **k)
    def __getitem__(self, k): return self._d[k.lower()]
    def __setitem__(self, k, v): self._d[k.lower()] = v
    def __delitem__(self, k): del self._d[k.lower()]
    def __iter__(self): return iter(self._d)
    def __len__(self): return len(self._d)
    def __repr__(self): return f"LowerDict({self._d})"


d = LowerDict(A=1, b=2)
d["C"] = 3
print(d, "c" in d, "C" in d, d.get("zz", 0), d.pop("A"), d.setdefault("E", 5), list(d.items()), d == {"b": 2, "c": 3, "e": 5}, dict(d), d.popitem(), len(d))
d.update({"Z": 26}, y=25)
print(d, list(d.keys()), list(d.values()), d.keys() & {"z"}, d.clear(), d)
try:
    d.pop("missing")
except KeyError as e:
    print("KeyError", e)


class SortedList(MutableSequence):
    def __init__(self, it=()): self._l = sorted(it)
    def __getitem__(self, i): return self._l[i]
    def __setitem__(self, i, v): self._l[i] = v; self._l.sort()
    def __delitem__(self, i): del self._l[i]
    def __len__(self): return len(self._l)
    def insert(self, i, v): self._l.append(v); self._l.sort()
    def __repr__(self): return f"SortedList({self._l})"


s = SortedList([3, 1])
s.append(2)
s.extend([9, 0])
s += [5]
print(s, s.index(9), s.count(2), 5 in s, list(reversed(s)), s.pop(), s.pop(0), s)
s.remove(3)
s.reverse()
print(s)


class BitSet(MutableSet):
    def __init__(self, it=()):
        self.bits = 0
        for x in it: self.add(x)
    def __contains__(self, x): return bool(self.bits >> x & 1)
    def __iter__(self): return (i for i in range(self.bits.bit_length()) if i in self)
    def __len__(self): return self.bits.bit_count()
    def add(self, x): self.bits |= 1 << x
    def discard(self, x): self.bits &= ~(1 << x)
    def __repr__(self): return f"BitSet({list(self)})"


a, b = BitSet([1, 3, 5]), BitSet([3, 4])
print(a | b, a & b, a - b, a ^ b, a <= b, BitSet([3]) < a, a == {1, 3, 5}, a.isdisjoint(b), 3 in a)
a |= {7}
a -= BitSet([1])
a.remove(3)
print(a, a.pop(), len(a))
try:
    a.remove(99)
except KeyError as e:
    print("KeyError", e)
print(isinstance(a, Iterable), isinstance(a, Hashable), isinstance(d, MutableMapping), issubclass(SortedList, MutableSequence))
