from dataclasses import dataclass, field, InitVar, KW_ONLY, fields, asdict, astuple, replace, is_dataclass, make_dataclass
import inspect, typing
@dataclass
class A:
    x: int
    _: KW_ONLY
    y: float = 2.0
    z: InitVar[int] = 5
    c: typing.ClassVar[int] = 7
    def __post_init__(self, z): self.w = z
a = A(1, y=3.0, z=9); print(a, a.w, inspect.signature(A), [f.name for f in fields(a)], A.__match_args__)
print(A.__init__.__annotations__, A.__init__.__defaults__, A.__init__.__kwdefaults__, A.__init__.__code__.co_varnames[:4])
@dataclass
class N: a: A; l: list = field(default_factory=list, repr=False, compare=False, metadata={"k": 1})
n = N(a, [a]); print(n, asdict(n), astuple(n), replace(n, l=[]), n == N(a), fields(N)[1].metadata["k"])
C = make_dataclass("C", ["a", ("b", int), ("c", int, field(default=3))]); print(C(1, 2), is_dataclass(C), is_dataclass(C(1, 2)), C.__module__)
@dataclass(slots=True, frozen=True, unsafe_hash=True)
class S: a: int; b: str = "x"
s = S(1); print(s, hash(s) == hash(S(1)), S.__slots__, hasattr(s, "__dict__"))
for f in (lambda: S(), lambda: S(1, 2, 3), lambda: S(q=1), lambda: A(), lambda: A(1, 2), lambda: replace(a, c=1), lambda: fields(5), lambda: asdict(A), lambda: setattr(s, "a", 2), lambda: a < a, lambda: hash(a), lambda: delattr(s, "a"), lambda: setattr(s, "zz", 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def bad(src):
    try: exec(src, globals())
    except Exception as e: print(type(e).__name__, e)
bad("@dataclass\nclass Q:\n  x: int = 1\n  y: int")
bad("@dataclass\nclass Q:\n  x: list = []")
bad("@dataclass\nclass Q:\n  x: int = field(default=1, default_factory=int)")
bad("@dataclass\nclass Q(S):\n  z: int")
bad("@dataclass(order=True)\nclass Q:\n  z: int\n  def __lt__(self, o): pass")
bad("@dataclass(eq=False, order=True)\nclass Q:\n  z: int")
bad("@dataclass\nclass Q:\n  z = field()")
@dataclass
class Rec:
    kids: list
r = Rec([]); r.kids.append(r); print(r)
@dataclass(kw_only=True)
class KW: a: int; b: int = 2
print(KW(a=1)); KW(1)
