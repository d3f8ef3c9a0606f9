from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, FrozenInstanceError, KW_ONLY, make_dataclass


@dataclass
class Item:
    name: str
    price: float
    qty: int = 1
    tags: list[str] = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)

    @property
    def total(self):
        return self.price * self.qty


a = Item("pen", 1.5)
b = Item("pen", 1.5, secret="other")
print(a, a == b, a != Item("cup", 2), a.total, a.tags is b.tags)
a.tags.append("x")
print(asdict(a), astuple(b), replace(a, qty=5), [f.name for f in fields(Item)], is_dataclass(a), is_dataclass(Item), is_dataclass(5))
for bad in (lambda: Item(), lambda: Item("a"), lambda: Item("a", 1, 2, [], "s", 6), lambda: Item("a", 1, colour=2), lambda: a < b, lambda: hash(a), lambda: replace(a, nope=1), lambda: fields(5), lambda: asdict(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self): return f"{self.major}.{self.minor}"


v = Version(1, 2)
print(v, repr(v), hash(v) == hash(Version(1, 2)), sorted([Version(2), v, Version(1)]), v < Version(1, 3), {v: "x"}[Version(1, 2)], max(v, Version(0, 9)))
try:
    v.major = 5
except FrozenInstanceError as e:
    print(e)
try:
    del v.minor
except AttributeError as e:
    print(e)


@dataclass
class Rect:
    w: int
    h: int
    area: int = field(init=False)
    _: KW_ONLY
    color: str = "red"

    def __post_init__(self): self.area = self.w * self.h


print(Rect(2, 3), Rect(2, 3, color="blue"))
try:
    Rect(1, 2, "blue")
except TypeError as e:
    print(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e:
    print(e)
P = make_dataclass("P", ["x", ("y", int, 5)])
print(P(1), P.__match_args__)
