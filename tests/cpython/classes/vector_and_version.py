from __future__ import annotations
import math
from functools import total_ordering, reduce
from typing import Iterator, Iterable

class Vector:
    """A small immutable vector."""
    __slots__ = ("_items",)
    def __init__(self, *items: float) -> None:
        if not items:
            raise ValueError("a vector needs at least one component")
        object.__setattr__(self, "_items", tuple(items))
    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable")
    def __iter__(self) -> Iterator[float]: return iter(self._items)
    def __len__(self): return len(self._items)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return type(self)(*self._items[i])
        return self._items[i]
    def __repr__(self): return f"Vector({', '.join(map(repr, self))})"
    def __eq__(self, other):
        if not isinstance(other, Vector): return NotImplemented
        return self._items == other._items
    def __hash__(self): return hash(self._items)
    def __add__(self, other):
        if not isinstance(other, Vector): return NotImplemented
        if len(self) != len(other): raise ValueError(f"lengths differ: {len(self)} != {len(other)}")
        return Vector(*(a + b for a, b in zip(self, other, strict=True)))
    def __mul__(self, k):
        if isinstance(k, (int, float)): return Vector(*(a * k for a in self))
        return NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, other): return sum(a * b for a, b in zip(self, other))
    def __neg__(self): return self * -1
    def __abs__(self): return math.hypot(*self)
    def __bool__(self): return any(self)
    def __format__(self, spec): return "<" + " ".join(format(a, spec or "g") for a in self) + ">"

v, w = Vector(3, 4), Vector(1.5, -2)
print(v, w, v + w, v * 2, 2 * v, v @ w, -v, abs(v), bool(Vector(0, 0)), v == Vector(3, 4), v != w, {v: 1}[Vector(3, 4)])
print(f"{v:.2f} {w} {w:+}", v[0], v[-1], v[:1], list(v), len(v), 3 in v, max(v), sum(v), reduce(lambda a, b: a * b, v))
for f in [lambda: v + 1, lambda: v * "a", lambda: "a" * v, lambda: v + Vector(1), lambda: Vector(), lambda: setattr(v, "x", 1), lambda: v[5], lambda: v["a"], lambda: v < w, lambda: v @ 3, lambda: v - w, lambda: 1 + v, lambda: v ** 2, lambda: ~v, lambda: v(), lambda: del_(v)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e, sep=": ")
@total_ordering
class Version:
    def __init__(self, text): self.parts = tuple(int(p) for p in text.split("."))
    def __eq__(self, o): return self.parts == o.parts if isinstance(o, Version) else NotImplemented
    def __lt__(self, o): return self.parts < o.parts if isinstance(o, Version) else NotImplemented
    def __repr__(self): return "v" + ".".join(map(str, self.parts))
vs = [Version(t) for t in "1.2 1.10 1.2.1 0.9".split()]
print(sorted(vs), max(vs), vs[0] <= vs[1], vs[0] >= vs[1], vs[0] > vs[3], vs[0] == 3, vs[0] != Version("1.2"))
try: print(vs[0] < 3)
except TypeError as e: print(e)
try: hash(vs[0])
except TypeError as e: print(e)
try: Version("1.x")
except ValueError as e: print(e)
print(Vector.__add__.__annotations__, Vector.__init__.__annotations__, Vector.__doc__, Vector.__slots__)
