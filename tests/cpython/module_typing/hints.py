import typing
from typing import Any, Callable, ClassVar, Dict, Final, Generic, List, Literal, NamedTuple, NewType, Optional, Protocol, Tuple, TypedDict, TypeVar, Union, cast, get_type_hints, overload, runtime_checkable, TYPE_CHECKING, Annotated, Self, NoReturn, Iterable, get_args, get_origin

print(List[int], Dict[str, int], Tuple[int, ...], Optional[int], Union[int, str], Union[int, None], Callable[[int], str], Any, Literal["a", 1], ClassVar[int], Annotated[int, "x"], Final[int], Self, NoReturn, Iterable[str])
print(Union[int, int], Union[int, Union[str, int]], Optional[Optional[int]], List, Dict, Callable[..., int], Type := typing.Type[int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]), get_args(Literal[1, 2]), get_args(Callable[[int], str]), get_origin(int))
T = TypeVar("T")
K = TypeVar("K", bound=int)


class Box(Generic[T]):
    def __init__(self, item: T): self.item = item
    def get(self) -> T: return self.item


print(Box[int](5).get(), Box[int], Box("x").item, T, repr(K), Box.__parameters__)


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self): return abs(self.x) + abs(self.y)


print(Point(3), Point(3, -4).norm(), Point._fields, Point.__annotations__)


class Movie(TypedDict, total=False):
    title: str
    year: int


m: Movie = {"title": "x"}
print(m, Movie(title="y", year=1), Movie.__annotations__, type(m).__name__)
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, cast(str, 5), TYPE_CHECKING)


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class File:
    def close(self): pass


print(isinstance(File(), Closer), isinstance(5, Closer))
try:
    Closer()
except TypeError as e:
    print(e)


def f(a: int, b: Optional["str"] = None) -> List[int]: return [a]


print(get_type_hints(f), f.__annotations__)


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x


print(g(1), g("a"), typing.assert_type(5, int) if hasattr(typing, "assert_type") else 5)
try:
    isinstance([], List[int])
except TypeError as e:
    print(e)
try:
    Literal["a"]("a")
except TypeError as e:
    print(e)
