from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Iterable, Iterator, Sequence, Mapping, MutableMapping, Sized, Callable, Hashable, Set, Container, Generator, Awaitable


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self): return f"{self.name} of {self.area()}"

    @classmethod
    @abstractmethod
    def unit(cls): return cls()


class Square(Shape):
    def __init__(self, s=1): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return "square"
    @classmethod
    def unit(cls): return super().unit()


class Partial(Shape):
    def area(self): return super().area()


print(Square(3).describe(), Square.unit().area(), isinstance(Square(), Shape), sorted(Shape.__abstractmethods__))
for cls in (Shape, Partial):
    try:
        cls()
    except TypeError as e:
        print(e)


class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self): pass


try:
    One()
except TypeError as e:
    print(e)
One.register(int)
print(isinstance(5, One), issubclass(int, One), issubclass(str, One))


class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        return True if hasattr(c, "quack") else NotImplemented


class Mallard:
    def quack(self): pass


print(isinstance(Mallard(), Duck), isinstance(5, Duck))
print([t.__name__ for t in (Iterable, Iterator, Sequence, Mapping, Sized, Callable, Hashable, Set, Container) if isinstance([], t)])
print(isinstance({}, Mapping), isinstance("", Sequence), isinstance(iter([]), Iterator), isinstance((x for x in []), Generator), isinstance(len, Callable), isinstance([], Hashable), isinstance({1}, Set), issubclass(dict, MutableMapping))


class MyMap(Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


m = MyMap({"a": 1})
print(m.get("a"), m.get("b", 0), "a" in m, list(m.items()), list(m.values()), m == {"a": 1}, list(m.keys()))


class MySeq(Sequence):
    def __getitem__(self, i): return [10, 20, 30][i]
    def __len__(self): return 3


s = MySeq()
print(list(s), 20 in s, s.index(30), s.count(10), list(reversed(s)))
try:
    class Bad(Mapping): pass
    Bad()
except TypeError as e:
    print(e)
