from dataclasses import dataclass, field
from typing import Optional


@dataclass(order=True)
class Card:
    sort_index: int = field(init=False, repr=False)
    rank: str
    suit: str

    RANKS = "23456789TJQKA"

    def __post_init__(self):
        self.sort_index = self.RANKS.index(self.rank)


hand = [Card("K", "♠"), Card("2", "♥"), Card("A", "♦"), Card("K", "♣")]
print(sorted(hand))
print(max(hand), Card("2", "♥") == hand[1], Card("K", "♠") < Card("A", "♠"))


@dataclass
class Address:
    street: str
    city: str = "Paris"


@dataclass
class Person:
    name: str
    age: int
    address: Optional[Address] = None
    friends: list["Person"] = field(default_factory=list, repr=False)

    def add_friend(self, other):
        self.friends.append(other)
        other.friends.append(self)
        return self

    @classmethod
    def from_dict(cls, d):
        address = Address(**d["address"]) if "address" in d else None
        return cls(d["name"], d["age"], address)


ann = Person.from_dict({"name": "Ann", "age": 30, "address": {"street": "Main 1"}})
bob = Person("Bob", 25)
ann.add_friend(bob)
print(ann, bob, [f.name for f in bob.friends], ann.address.city, bob.address)


@dataclass(frozen=True)
class Vector:
    x: float = 0.0
    y: float = 0.0

    def __add__(self, o): return Vector(self.x + o.x, self.y + o.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5


v = Vector(3, 4)
print(v + Vector(1), abs(v), {v: "key"}[Vector(3, 4)], v == Vector(3.0, 4.0), hash(v) == hash(Vector(3, 4)))
try:
    v.x = 1
except Exception as e:
    print(type(e).__name__, e)
try:
    Person("x")
except TypeError as e:
    print(e)
match ann:
    case Person(name=n, address=Address(city="Paris")):
        print(n, "lives in Paris")
