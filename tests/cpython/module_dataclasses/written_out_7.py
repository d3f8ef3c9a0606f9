from dataclasses import dataclass
from abc import ABC, abstractmethod
@dataclass
class Shape(ABC):
    name: str
    @abstractmethod
    def area(self): ...
@dataclass
class Sq(Shape):
    side: float = 1.0
    def area(self): return self.side ** 2
    def __str__(self): return f"{self.name}:{self.area()}"
print(Sq("s", 2), repr(Sq("s")), Sq("a") == Sq("a"), Sq("a") != Sq("b"))
match Sq("q", 3):
    case Sq(name=n, side=s): print(n, s)
match Sq("q", 3):
    case Sq(n, s): print(n, s)
class Sub(Sq): pass
print(Sub("x"), Sub("x") == Sq("x"), Sub.__eq__(Sub("x"), Sq("x")))
Shape("x")
