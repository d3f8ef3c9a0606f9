class Money:
    def __init__(self, a, c="EUR"): self.a, self.c = a, c
    def __repr__(self): return f"{self.a} {self.c}"
    def __add__(self, o):
        if isinstance(o, Money) and o.c == self.c: return Money(self.a + o.a, self.c)
        return NotImplemented
    def __radd__(self, o):
        if o == 0: return self
        return NotImplemented
    def __iadd__(self, o):
        if isinstance(o, (int, float)): self.a += o; return self
        return NotImplemented
    def __eq__(self, o): return NotImplemented if not isinstance(o, Money) else (self.a, self.c) == (o.a, o.c)
    def __lt__(self, o): return NotImplemented
    def __rtruediv__(self, o): return f"{o}/{self}"
    def __floordiv__(self, o): return f"{self}//{o}"
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __matmul__(self, o): return "mm"
    def __lshift__(self, o): return "<<"
    def __and__(self, o): return "&"
    def __ror__(self, o): return "ror"
    def __pos__(self): return "+"
    def __invert__(self): return "~"
    def __abs__(self): return abs(self.a)
    def __round__(self, n=None): return ("round", n)
    def __int__(self): return int(self.a)
    def __float__(self): return float(self.a)
    def __index__(self): return int(self.a)
    def __len__(self): return 3
    def __getitem__(self, k): return k
    def __call__(self, *a, **k): return a, k
    def __contains__(self, x): return x == self.a
m, n = Money(5), Money(7)
print(m + n, sum([m, n]), m == Money(5), m != n, m == 5, 5 != m, 10 / m, m // 2, divmod(m, 2), divmod(2, m), m ** 2, pow(m, 2, 3), 2 ** m, m @ 1, m << 1, m & 1, 1 | m, +m, ~m, abs(m), round(m), round(m, 2), int(m), float(m), [0] * m, hex(m), len(m), m[1], m[1:2], m[1, ...], m["a":"b":3], m(1, x=2), 5 in m, bool(m), list(range(m)))
m += 3; print(m); m += Money(2); print(m)
for f in [lambda: m + 1, lambda: 1 + m, lambda: m + Money(1, "USD"), lambda: m < n, lambda: m < 1, lambda: 1 < m, lambda: m <= n, lambda: m - 1, lambda: 1 - m, lambda: m * 2, lambda: m / 2, lambda: 2 // m, lambda: m >> 1, lambda: 1 & m, lambda: m | 1, lambda: -m, lambda: m % 2, lambda: "%d" % m, lambda: hash(m), lambda: m[:] , lambda: iter(m) and 1, lambda: complex(m), lambda: 1 @ m, lambda: m ^ 1, lambda: sorted([m, n]), lambda: max(m, n), lambda: m.__lt__(n), lambda: del_item(m)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def ia():
    x = m
    x += "s"
def isub():
    x = m
    x -= 1
def ior():
    x = None
    x |= 1
for f in (ia, isub, ior):
    try: f()
    except TypeError as e: print(e)
class Sub(Money):
    def __radd__(self, o): return "sub radd"
    def __eq__(self, o): return "sub eq"
print(m + Sub(1), m == Sub(1), Sub(1) == m, 5 == Sub(1))
class A:
    def __eq__(self, o): print("A.eq"); return NotImplemented
class B:
    def __eq__(self, o): print("B.eq"); return NotImplemented
print(A() == B(), A() != B())
class L(list):
    def __add__(self, o): return L(list.__add__(self, o))
    def __getitem__(self, i):
        r = super().__getitem__(i)
        return L(r) if isinstance(i, slice) else r
l = L([1, 2, 3]); print(type(l + [4]).__name__, type(l[1:]).__name__, l[0], type(l * 2).__name__, l == [1, 2, 3], isinstance(l, list), L.__mro__, repr(l))
class I(int):
    def __add__(self, o): return I(int(self) + int(o))
    def __repr__(self): return f"I({int(self)})"
print(I(3) + 4, 4 + I(3), I(3) * 2, -I(3), str(I(3)), f"{I(3)}", f"{I(3)!r}", [I(1)], I(3) == 3, hash(I(3)) == hash(3), I("12"), I(7) // 2, abs(I(-2)), type(I(3) + 1).__name__, sum([I(1), I(2)]))
class S(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
    def __len__(self): return 99
print(S("ab"), len(S("ab")), S("ab") + "c", type(S("a") + "b").__name__, S("ab") == "AB", S("x").lower(), {S("k"): 1}["K"], f"{S('q'):>3}", "%s" % S("z"), S("ab")[0], S("a,b").split(","), "".join([S("a"), "b"]))
class D(dict):
    def __missing__(self, k): return f"no {k}"
    def __getattr__(self, k): return self[k]
    def __setattr__(self, k, v): self[k] = v
    def __delattr__(self, k): del self[k]
d = D(a=1); d.b = 2; print(d.a, d.b, d.zz, d, d.get("zz")); del d.a; print(d)
try: del d.qq
except KeyError as e: print(repr(e))
