class A:
    x = 1
    y = x + 1
    z = [x * i for i in range(3)] if False else [i for i in range(x, 4)]
    def m(self, d=y): return d
    for i in range(2):
        locals()[f"attr{i}"] = i
    if x: cond = "yes"
    try: 1 / 0
    except ZeroDivisionError: handled = True
    class Inner:
        v = 5
        def get(self): return A.x + self.v
    w = Inner().v
    del i
    lam = lambda self: self.x
    print("in body", __qualname__, __module__)
print(A.y, A.z, A().m(), A.attr1, A.cond, A.handled, A.Inner().get(), A.w, hasattr(A, "i"), A().lam(), A.Inner.__qualname__, A.m.__qualname__)
print([k for k in vars(A) if not k.startswith("__")])
class Ann:
    a: int
    b: str = "x"
    c: "Undefined" = None
    self_: "Ann"
    def f(self, q: int, *r: str, s: float = 1.0, **t) -> "Ann": z: int = 5; return z
print(Ann.__annotations__, Ann.f.__annotations__, hasattr(Ann, "a"), Ann().f(1))
x: int = 5
y: list[int]
print(__annotations__)
try: print(y)
except NameError as e: print(e)
class P:
    __private = 1
    _prot = 2
    def __hidden(self): return self.__private
    def call(self): return self.__hidden()
    __dunder__ = 3
print(P().call(), P._P__private, sorted(k for k in vars(P) if "P" in k or "prot" in k))
try: P.__private
except AttributeError as e: print(e)
class Q(P):
    def __hidden(self): return "Q"
print(Q().call(), Q()._Q__hidden())
class Meta(type):
    def __new__(m, n, b, d, **k): d["injected"] = k; return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
class WithMeta(metaclass=Meta, opt=1): pass
print(WithMeta.injected, type(WithMeta).__name__, WithMeta.__class__)
class Gen:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
print(Gen[int], Gen[1, 2])
try: A[int]
except TypeError as e: print(e)
class Base:
    registry = []
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        Base.registry.append((cls.__name__, name))
class S1(Base): pass
class S2(Base, name="two"): pass
class S3(S2, name="three"): pass
print(Base.registry)
class Slots:
    __slots__ = "a", "b"
    def __init__(self): self.a = 1
s = Slots()
for f in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__, lambda: vars(s)):
    try: print(f())
    except (AttributeError, TypeError) as e: print(e)
s.b = 2; print(s.a, s.b, Slots.a, Slots.__slots__)
class Str1:
    def __str__(self): return "str"
class Repr1:
    def __repr__(self): return "repr"
class Both(Str1, Repr1): pass
print(Str1(), str(Repr1()), [Repr1()], f"{Both()} {Both()!r}", "%s %r" % (Both(), Both()), {1: Repr1()}, (Repr1(),))
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, Eq) and self.v == o.v
try: {Eq(1)}
except TypeError as e: print(e)
print(Eq(1) == Eq(1), Eq(1) != Eq(2), Eq(1) in [Eq(1)], [Eq(1)].index(Eq(1)), [Eq(1), Eq(2)].count(Eq(2)), Eq.__hash__)
class H(Eq):
    def __hash__(self): return hash(self.v)
print(len({H(1), H(1), H(2)}), {H(1): "a"}[H(1)])
class Call:
    def __call__(self, *a, k=0, **kw): return (a, k, kw)
c = Call(); print(c(), c(1, k=2, z=3), callable(c), callable(A), callable(5), list(map(c, [1])))
class Bool:
    def __bool__(self): return False
class Len:
    def __len__(self): return 0
print(bool(Bool()), bool(Len()), not Len(), Bool() or "or", (Len() and "and") == 0, [x for x in [Bool(), 1, Len()] if x])
class BadBool:
    def __bool__(self): return 1
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return "a"
class BadHash:
    def __hash__(self): return "x"
class BadIdx:
    def __index__(self): return "i"
for f in (lambda: bool(BadBool()), lambda: len(BadLen()), lambda: bool(BadLen()), lambda: len(BadLen2()), lambda: hash(BadHash()), lambda: [1][BadIdx()], lambda: range(BadIdx()), lambda: {BadHash(): 1}, lambda: "a" * BadIdx()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import copy
class Cp:
    def __init__(self, l): self.l = l
a = Cp([1, [2]]); b = copy.copy(a); d = copy.deepcopy(a); a.l[1].append(3); print(b.l, d.l, b.l is a.l)
print(isinstance(True, int), issubclass(bool, int), isinstance([], (list, tuple)), isinstance(1, int | str), type(1) is int, type(type), type(A), A.__base__, object.__bases__, int.__mro__, type(None), type(...), type(NotImplemented), type(print), type(len), type(A.m), type(A().m), type(lambda: 0), type(x for x in []), type(A.__dict__), type(super), type(property()), type(range(1)), type(slice(1)), type(b""), type(1j), type(Ellipsis))
