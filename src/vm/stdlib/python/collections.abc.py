from abc import ABCMeta, abstractmethod
from types import AsyncGeneratorType, CoroutineType, GeneratorType, GenericAlias, MappingProxyType

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
    "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
    "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString",
    "Buffer"]


class _Duck(metaclass=ABCMeta):
    """The base of all: a class whose body says `_methods_` is a base of whatever has these methods."""
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, other):
        wanted = cls.__dict__.get("_methods_")
        if wanted is None:
            return NotImplemented
        for name in wanted:
            owner = next((base for base in other.__mro__ if name in base.__dict__), None)
            if owner is None or owner.__dict__[name] is None:
                return NotImplemented
        return True


def _abstract(cls, *names):
    """Makes methods that a concrete class has to have."""
    for name in names:
        def method(self, *args):
            return None
        method.__name__, method.__qualname__ = name, f"{cls.__name__}.{name}"
        setattr(cls, name, abstractmethod(method))
    cls.__abstractmethods__ = cls.__abstractmethods__ | frozenset(names)


def _protocol(name, *methods, bases=(_Duck,), own=None, generic=True):
    body = {"__slots__": (), "_methods_": methods}
    if generic:
        body["__class_getitem__"] = classmethod(GenericAlias)
    cls = ABCMeta(name, bases, body)
    _abstract(cls, *(methods if own is None else own))
    return cls


Hashable = _protocol("Hashable", "__hash__", generic=False)
Sized = _protocol("Sized", "__len__", generic=False)
Buffer = _protocol("Buffer", "__buffer__", generic=False)
Container = _protocol("Container", "__contains__")
Awaitable = _protocol("Awaitable", "__await__")
Iterable = _protocol("Iterable", "__iter__")
AsyncIterable = _protocol("AsyncIterable", "__aiter__")
Reversible = _protocol("Reversible", "__reversed__", "__iter__", bases=(Iterable,), own=["__reversed__"])
Collection = _protocol("Collection", "__len__", "__iter__", "__contains__", bases=(Sized, Iterable, Container), own=())


class Callable(_protocol("_Callable", "__call__")):
    __slots__ = ()
    _methods_ = ("__call__",)

    def __class_getitem__(cls, params):
        if not (isinstance(params, tuple) and len(params) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return GenericAlias(cls, (*args, result) if isinstance(args, (list, tuple)) else (args, result))


# Iterators and coroutines.

class Iterator(Iterable):
    __slots__ = ()
    _methods_ = ("__iter__", "__next__")

    def __iter__(self):
        return self


_abstract(Iterator, "__next__")


class AsyncIterator(AsyncIterable):
    __slots__ = ()
    _methods_ = ("__anext__", "__aiter__")

    def __aiter__(self):
        return self


_abstract(AsyncIterator, "__anext__")


class _Closing:
    """`close`, for what has `throw`."""
    __slots__ = ()

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError(f"{self._kind} ignored GeneratorExit")


def _throw(self, typ, val=None, tb=None):
    raise typ if val is None else val


class Generator(_Closing, Iterator):
    __slots__ = ()
    _methods_ = ("__iter__", "__next__", "send", "throw", "close")
    _kind = "generator"

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    throw = abstractmethod(_throw)


class Coroutine(_Closing, Awaitable):
    __slots__ = ()
    _methods_ = ("__await__", "send", "throw", "close")
    _kind = "coroutine"
    send, throw = Generator.send, Generator.throw


class AsyncGenerator(AsyncIterator):
    __slots__ = ()
    _methods_ = ("__aiter__", "__anext__", "asend", "athrow", "aclose")

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        _throw(self, typ, val, tb)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")



# Sets.

def _with_set(operator):
    """A comparison with any other kind of set."""
    def method(self, other):
        return operator(self, other) if isinstance(other, Set) else NotImplemented
    return method


def _with_items(operator, as_set=False):
    """An operator that takes any iterable, or makes a set of it first."""
    def method(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return operator(self, self._from_iterable(other) if as_set and not isinstance(other, Set) else other)
    return method


def _within(a, b):
    return all(x in b for x in a)


class Set(Collection):
    __slots__ = ()
    __hash__ = None
    __le__ = _with_set(lambda a, b: len(a) <= len(b) and _within(a, b))
    __lt__ = _with_set(lambda a, b: len(a) < len(b) and _within(a, b))
    __ge__ = _with_set(lambda a, b: len(a) >= len(b) and _within(b, a))
    __gt__ = _with_set(lambda a, b: len(a) > len(b) and _within(b, a))
    __eq__ = _with_set(lambda a, b: len(a) == len(b) and _within(a, b))
    __and__ = __rand__ = _with_items(lambda a, b: a._from_iterable(x for x in b if x in a))
    __or__ = __ror__ = _with_items(lambda a, b: a._from_iterable(x for s in (a, b) for x in s))
    __sub__ = _with_items(lambda a, b: a._from_iterable(x for x in a if x not in b), True)
    __rsub__ = _with_items(lambda a, b: a._from_iterable(x for x in b if x not in a), True)
    __xor__ = __rxor__ = _with_items(lambda a, b: (a - b) | (b - a), True)

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def isdisjoint(self, other):
        return not any(x in self for x in other)

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    __slots__ = ()

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        while len(self):
            self.pop()

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self

    def __iand__(self, other):
        for value in self - other:
            self.discard(value)
        return self

    def __isub__(self, other):
        for value in list(other) if other is self else other:
            self.discard(value)
        return self

    def __ixor__(self, other):
        for value in list(other) if other is self else other if isinstance(other, Set) else self._from_iterable(other):
            (self.discard if value in self else self.add)(value)
        return self


_abstract(MutableSet, "add", "discard")


# Mappings and their views.

class MappingView(Sized):
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()
    _from_iterable = KeysView._from_iterable

    def __contains__(self, item):
        key, value = item
        return key in self._mapping and _same(self._mapping[key], value)

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return any(_same(found, value) for found in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


def _same(a, b):
    return a is b or a == b


class Mapping(Collection):
    __slots__ = ()
    __reversed__ = __hash__ = None

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
            return True
        except KeyError:
            return False

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


_abstract(Mapping, "__getitem__")


_absent = object()


class MutableMapping(Mapping):
    __slots__ = ()

    def pop(self, key, default=_absent):
        try:
            value = self[key]
        except KeyError:
            if default is _absent:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        while len(self):
            self.popitem()

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def update(self, other=(), /, **kwds):
        if hasattr(other, "keys"):
            other = [(key, other[key]) for key in other.keys()]
        for pairs in (other, kwds.items()):
            for key, value in pairs:
                self[key] = value


_abstract(MutableMapping, "__setitem__", "__delitem__")


# Sequences.

class Sequence(Reversible, Collection):
    __slots__ = ()

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(_same(found, value) for found in self)

    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]

    def index(self, value, start=0, stop=None):
        n = len(self)
        stop = n if stop is None else stop + n if stop < 0 else stop
        i = max(start + n, 0) if start < 0 else start
        while i < stop:
            try:
                if _same(self[i], value):
                    return i
            except IndexError:
                break
            i += 1
        raise ValueError

    def count(self, value):
        return sum(_same(found, value) for found in self)


_abstract(Sequence, "__getitem__")


class ByteString(Sequence):
    __slots__ = ()


class MutableSequence(Sequence):
    __slots__ = ()

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        left, right = 0, len(self) - 1
        while left < right:
            self[left], self[right] = self[right], self[left]
            left, right = left + 1, right - 1


_abstract(MutableSequence, "__setitem__", "__delitem__", "insert")

for _cls, _kinds in ((Generator, [GeneratorType]), (Coroutine, [CoroutineType]), (AsyncGenerator, [AsyncGeneratorType]),
        (Sequence, [tuple, str, range, bytes]), (ByteString, [bytes, bytearray]), (MutableSequence, [bytearray, list]),
        (Set, [frozenset]), (MutableSet, [set]), (Mapping, [MappingProxyType]), (MutableMapping, [dict]),
        (KeysView, [type({}.keys())]), (ItemsView, [type({}.items())]), (ValuesView, [type({}.values())]),
        (Buffer, [bytes, bytearray])):
    for _kind in _kinds:
        _cls.register(_kind)
for _cls in list(globals().values()):
    if isinstance(_cls, ABCMeta):
        _cls.__module__ = "collections.abc"
del _cls, _kind, _kinds
