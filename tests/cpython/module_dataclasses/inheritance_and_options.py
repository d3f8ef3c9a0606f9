from dataclasses import dataclass, field, InitVar, fields, asdict
from typing import ClassVar


@dataclass
class Base:
    id: int
    kind: ClassVar[str] = "base"
    note: str = ""


@dataclass
class Child(Base):
    size: int = 0
    kind = "child"


print(Child(1), Child(1, "n", 5), Child.kind, [f.name for f in fields(Child)])


@dataclass(repr=False, eq=False)
class Plain:
    x: int

    def __repr__(self): return f"<plain {self.x}>"


p = Plain(1)
print(p, p == Plain(1), p == p, hash(p) == hash(p))


@dataclass(kw_only=True, slots=True)
class Slotted:
    a: int
    b: int = 2


s = Slotted(a=1)
print(s, Slotted.__slots__)
try:
    s.c = 1
except AttributeError as e:
    print(e)
try:
    Slotted(1)
except TypeError as e:
    print(e)


@dataclass
class WithInit:
    n: int
    scale: InitVar[int] = 10
    items: dict = field(default_factory=dict)

    def __post_init__(self, scale):
        self.n *= scale


print(WithInit(3), WithInit(3, 2), WithInit(3, scale=1) == WithInit(3, 1))


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: list = field(hash=False, default_factory=list)


print(hash(Hashed(1)) == hash(Hashed(1, [2])), {Hashed(1): "x"})


@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)

    def total(self): return self.value + sum(c.total() for c in self.children)


tree = Node(1, [Node(2, [Node(3)]), Node(4)])
print(tree, tree.total(), asdict(tree), sep="\n")
loop = Node(0)
loop.children.append(loop)
print(loop)


@dataclass
class Custom:
    x: int = field(metadata={"unit": "m"}, default=3)

    def __eq__(self, o): return True

    def __init__(self): self.x = 99


print(Custom(), Custom() == 5, fields(Custom)[0].metadata["unit"], fields(Custom)[0].default, fields(Custom)[0].type)
match Child(7, "m"):
    case Child(7, note=n):
        print("matched", n)
