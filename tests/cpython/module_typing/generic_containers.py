from __future__ import annotations
from typing import Generic, TypeVar, Iterator, Callable, Protocol, NamedTuple, Optional

T = TypeVar("T")
U = TypeVar("U")


class Result(Generic[T]):
    def __init__(self, value: Optional[T] = None, error: Optional[Exception] = None):
        self.value, self.error = value, error

    @classmethod
    def of(cls, f: Callable[[], T]) -> Result[T]:
        try:
            return cls(f())
        except Exception as e:
            return cls(error=e)

    def map(self, f: Callable[[T], U]) -> Result[U]:
        return Result.of(lambda: f(self.value)) if self.error is None else self

    def __repr__(self) -> str:
        return f"Ok({self.value!r})" if self.error is None else f"Err({self.error!r})"


print(Result.of(lambda: int("5")).map(lambda n: n * 2), Result.of(lambda: int("x")).map(len), Result[int](3))


class Stack(Generic[T]):
    def __init__(self) -> None: self._items: list[T] = []
    def push(self, item: T) -> Stack[T]: self._items.append(item); return self
    def pop(self) -> T: return self._items.pop()
    def __iter__(self) -> Iterator[T]: return iter(reversed(self._items))
    def __len__(self) -> int: return len(self._items)


s: Stack[int] = Stack()
s.push(1).push(2)
print(list(s), s.pop(), len(s), Stack[int], Stack.__parameters__)


class Speaker(Protocol):
    name: str
    def speak(self) -> str: ...


class Cat:
    name = "cat"
    def speak(self) -> str: return "meow"


def announce(x: Speaker) -> str:
    return f"{x.name}: {x.speak()}"


print(announce(Cat()), announce.__annotations__)


class Pair(NamedTuple):
    left: int
    right: str = "r"


print(Pair(1), Pair(1)._replace(right="z"), Pair.__annotations__, Pair._field_defaults)


class LinkedList(Generic[T]):
    class _Node(Generic[U]):
        def __init__(self, v: U, nxt: LinkedList._Node[U] | None): self.v, self.nxt = v, nxt

    def __init__(self, *items: T):
        self.head = None
        for i in reversed(items):
            self.head = LinkedList._Node(i, self.head)

    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.nxt


print(list(LinkedList("a", "b")), isinstance(s, Stack), issubclass(Stack, Generic))
try:
    Stack[int, str]
except TypeError as e:
    print(e)
try:
    isinstance(s, Stack[int])
except TypeError as e:
    print(e)
