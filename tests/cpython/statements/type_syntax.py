type Vector = list[float]
type Pair[T] = tuple[T, T]
print(Vector, Vector.__name__, Vector.__value__, Pair.__type_params__, Pair[int])


def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


print(first([3, 4]), first.__type_params__, first.__name__)
s = Stack[int]()
s.push(1)
s.push(2)
print(s.pop(), Stack.__type_params__, type(s).__name__, Stack[str].__origin__ is Stack)


def bounded[T: (int, str), *Ts, **P](x: T, *args) -> T:
    return x


print(bounded(5), bounded.__type_params__)
type Json = dict[str, Json] | list[Json] | str | None
print(Json.__value__)
type Lazy = UndefinedName
try:
    Lazy.__value__
except NameError as e:
    print(e)
type = 5
print(type)


class Base[T]:
    pass


class Derived(Base[int]):
    def method[U](self, u: U) -> U:
        return u


print(Derived().method("u"), Derived.__bases__, Derived.__orig_bases__)
