from __future__ import annotations
from abc import ABC, abstractmethod
from typing import Callable, Iterable, Iterator


class Step(ABC):
    registry: dict[str, type[Step]] = {}

    def __init_subclass__(cls, *, name: str | None = None, **kw):
        super().__init_subclass__(**kw)
        if name:
            cls.name = name
            Step.registry[name] = cls

    @abstractmethod
    def run(self, items: Iterable) -> Iterator: ...

    def __or__(self, other: Step) -> Pipeline:
        return Pipeline([self, other])

    def __repr__(self): return f"{self.name}({', '.join(map(repr, vars(self).values()))})"


class Pipeline(Step, name="pipe"):
    def __init__(self, steps): self.steps = steps
    def __or__(self, other): return Pipeline([*self.steps, other])

    def run(self, items):
        for step in self.steps:
            items = step.run(items)
        return items

    def __repr__(self): return " | ".join(map(repr, self.steps))


class Map(Step, name="map"):
    def __init__(self, f: Callable): self.f = f
    def run(self, items): return map(self.f, items)
    def __repr__(self): return f"map({self.f.__name__})"


class Take(Step, name="take"):
    def __init__(self, n): self.n = n

    def run(self, items):
        for i, x in enumerate(items):
            if i == self.n:
                return
            yield x


class Where(Step, name="where"):
    def __init__(self, **conditions): self.conditions = conditions
    def run(self, items):
        return (x for x in items if all(getattr(x, k)() == v for k, v in self.conditions.items()))


class Half(Step): pass


words = "Apple banana Cherry date Elder fig".split()
p = Map(str.strip) | Where(istitle=True) | Map(str.upper) | Take(2)
print(p, list(p.run(words)))
print(sorted(Step.registry), Step.registry["take"](1), list(Take(0).run(words)))
try:
    Half()
except TypeError as e:
    print(e)


def naturals():
    n = 0
    while True:
        print("gen", n, end=" ")
        yield n
        n += 1


squares = Map(lambda n: n * n) | Take(3)
print(list(squares.run(naturals())))
print(Step.run.__annotations__)
