from typing import Optional, List

x: int = 5
y: "str"
name: Optional[str] = None
print(x, name, __annotations__)
try:
    print(y)
except NameError as e:
    print(e)


def f(a: int, b: str = "x", *args: float, c: bool = True, **kw: dict) -> list[int]:
    local: int = 3
    unevaluated: nonexistent = 4
    return [local, unevaluated]


print(f(1), f.__annotations__)


class C:
    a: int
    b: str = "b"
    c: "C"
    (d): int = 4

    def m(self) -> "C": return self


print(C.__annotations__, C.b, C.d, hasattr(C, "a"))
print(C.m.__annotations__)
try:
    z: undefined_type = 1
except NameError as e:
    print(e)
lst: List[int] = []
lst.append("not checked")
d = {}
d["k"]: int = 5
C.attr: str = "set"
print(lst, d, C.attr)


def g(x: print("evaluated once") = None): pass


g()
g()
(p): int = 1
print(p, "p" in __annotations__)
