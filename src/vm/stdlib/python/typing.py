import sys
import collections
import collections.abc as _c
import contextlib as _contextlib
import functools
import types
import _awaitscope as _vm
from abc import ABCMeta, abstractmethod
from types import GenericAlias, FunctionType

TYPE_CHECKING = False


def _name(t):
    if isinstance(t, type) and not isinstance(t, GenericAlias):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    if t is ...:
        return "..."
    if isinstance(t, FunctionType):
        return t.__name__
    if isinstance(t, (tuple, list)):
        return "[" + ", ".join(map(_name, t)) + "]"
    return repr(t)


def _check(t, what="Plain"):
    if t is None:
        return type(None)
    if isinstance(t, str):
        return ForwardRef(t)
    return t


def _params(args):
    found = []
    for a in args:
        if isinstance(a, (TypeVar, ParamSpec, TypeVarTuple)):
            if a not in found:
                found.append(a)
        elif isinstance(a, (list, tuple)):
            found += [p for p in _params(a) if p not in found]
        else:
            for p in getattr(a, "__parameters__", ()) if not isinstance(a, type) or isinstance(a, GenericAlias) else ():
                if p not in found:
                    found.append(p)
    return tuple(found)


class _Final:
    __slots__ = ()


class _Form:
    """`Any`-like names that may take `[...]`."""
    def __init__(self, name, doc=None, get=None):
        self._name, self._get = name, get
        self.__doc__ = doc

    def __repr__(self):
        return "typing." + self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __getitem__(self, params):
        if self._get is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._get(self, params)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")

    def __reduce__(self):
        return self._name

    def __hash__(self):
        return hash(self._name)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class _Alias:
    """`List[int]`, `Union[...]`, `MyGeneric[T]`."""
    def __init__(self, origin, args, name=None):
        self.__origin__, self.__args__, self._name = origin, args, name
        self.__parameters__ = _params(args)
        if name is None and isinstance(origin, type):
            self.__module__ = origin.__module__

    def __repr__(self):
        if self.__origin__ is Union:
            args = self.__args__
            if len(args) == 2 and type(None) in args:
                other = args[0] if args[1] is type(None) else args[1]
                return f"typing.Optional[{_name(other)}]"
            return f"typing.Union[{', '.join(_shown(a) for a in args)}]"
        if self.__origin__ is Literal:
            return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"
        head = f"typing.{self._name}" if self._name else _name(self.__origin__)
        args = self.__args__
        if self.__origin__ is _c.Callable and self._name:
            if len(args) == 2 and args[0] is ...:
                return f"{head}[..., {_shown(args[1])}]"
            return f"{head}[[{', '.join(map(_shown, args[:-1]))}], {_shown(args[-1])}]"
        return f"{head}[{', '.join(map(_shown, args)) if args else '()'}]"

    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        if len(params) != len(self.__parameters__) and not any(isinstance(p, (ParamSpec, TypeVarTuple)) for p in self.__parameters__):
            word = "many" if len(params) > len(self.__parameters__) else "few"
            raise TypeError(f"Too {word} arguments for {self!r}; actual {len(params)}, expected {len(self.__parameters__)}")
        table = dict(zip(self.__parameters__, map(_check, params)))
        args = tuple(_subst(a, table) for a in self.__args__)
        return Union[args] if self.__origin__ is Union else _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type) or self.__origin__ is Union:
            raise TypeError(f"Cannot instantiate {self.__origin__!r}")
        if self._name and self.__origin__.__module__ == "collections.abc":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__.lower()}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if origin is Generic:
            for b in bases[bases.index(self) + 1:] if self in bases else ():
                if isinstance(b, _Alias) and isinstance(b.__origin__, type) and issubclass(b.__origin__, Generic):
                    return ()
            return (Generic,)
        if self._name:
            return (origin,) if Generic in bases or any(isinstance(b, _Alias) and b is not self and b.__origin__ is Generic for b in bases) or not self.__parameters__ else (origin, Generic)
        return (origin,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is Union or self.__origin__ is Literal:
            return self.__origin__ is other.__origin__ and set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return any(isinstance(obj, a) for a in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, a) for a in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


_GenericAlias = _Alias


def _shown(a):
    return "NoneType" if a is type(None) else _name(a)


def _subst(a, table):
    if isinstance(a, (TypeVar, ParamSpec, TypeVarTuple)):
        return table.get(a, a)
    params = getattr(a, "__parameters__", ())
    if params and not isinstance(a, type):
        return a[tuple(table.get(p, p) for p in params)]
    if isinstance(a, GenericAlias):
        return GenericAlias(a.__origin__, tuple(_subst(x, table) for x in a.__args__))
    return a


def _union(form, params):
    params = params if isinstance(params, tuple) else (params,)
    if not params:
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for p in map(_check, params):
        inner = p.__args__ if isinstance(p, (_Alias, types.UnionType)) and (isinstance(p, types.UnionType) or p.__origin__ is Union) else (p,)
        for x in inner:
            if x not in flat:
                flat.append(x)
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat))


def _literal(form, params):
    params = params if isinstance(params, tuple) else (params,)
    flat = []
    for p in params:
        for x in p.__args__ if isinstance(p, _Alias) and p.__origin__ is Literal else (p,):
            if not any(type(x) is type(y) and x == y for y in flat):
                flat.append(x)
    return _Alias(Literal, tuple(flat))


def _one(form, param):
    if isinstance(param, tuple):
        raise TypeError(f"{form!r} accepts only single type. Got {param!r:.100}.")
    return _Alias(form, (_check(param),), form._name)


def _many(form, params):
    params = params if isinstance(params, tuple) else (params,)
    return _Alias(form, tuple(map(_check, params)), form._name)


Union = _Form("Union", get=_union)
Optional = _Form("Optional", get=lambda form, p: Union[p, type(None)])
Literal = _Form("Literal", get=_literal)
ClassVar = _Form("ClassVar", get=_one)
Final = _Form("Final", get=_one)
Concatenate = _Form("Concatenate", get=_many)
TypeGuard = _Form("TypeGuard", get=_one)
TypeIs = _Form("TypeIs", get=_one)
Required = _Form("Required", get=_one)
NotRequired = _Form("NotRequired", get=_one)
ReadOnly = _Form("ReadOnly", get=_one)
Unpack = _Form("Unpack", get=_one)
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
TypeAlias = _Form("TypeAlias")


class _Annotated(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        return isinstance(other, _Annotated) and self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getitem__(self, params):
        return _Annotated(_subst(self.__origin__, dict(zip(self.__parameters__, params if isinstance(params, tuple) else (params,)))), self.__metadata__)


def _annotated(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, meta = _check(params[0]), params[1:]
    if isinstance(origin, _Annotated):
        origin, meta = origin.__origin__, origin.__metadata__ + meta
    return _Annotated(origin, meta)


Annotated = _Form("Annotated", get=_annotated)


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Parameter:
    _prefix = "~"

    def _init(self, name, default=None):
        self.__name__ = name
        self.__module__ = sys._getframemodulename(0)
        self.__default__ = default

    def has_default(self):
        return self.__default__ is not NoDefault

    def __repr__(self):
        return self._prefix + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefault()


class TypeVar(_Parameter):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self._init(name, default)
        self.__constraints__ = tuple(map(_check, constraints))
        self.__bound__ = None if bound is None else _check(bound)
        self.__covariant__, self.__contravariant__, self.__infer_variance__ = covariant, contravariant, infer_variance
        self._prefix = "" if infer_variance else "+" if covariant else "-" if contravariant else "~"


class ParamSpec(_Parameter):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        self._init(name, default)
        self._prefix = "" if infer_variance else "+" if covariant else "-" if contravariant else "~"
        self.__bound__ = bound
        self.args, self.kwargs = ParamSpecArgs(self), ParamSpecKwargs(self)


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_Parameter):
    _prefix = ""

    def __init__(self, name, *, default=NoDefault):
        self._init(name, default)

    def __iter__(self):
        yield Unpack[self]


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__, self.__type_params__, self._compute = name, type_params, lambda: value

    @property
    def __value__(self):
        value = self._compute()
        self._compute = lambda: value
        return value

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __getitem__(self, params):
        return GenericAlias(self, params)


def _lazy_alias(name, type_params, compute):
    alias = TypeAliasType(name, None, type_params=type_params or ())
    alias._compute = compute
    return alias


def _type_var(name, kind=TypeVar):
    return kind(name, infer_variance=True)


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(p, (_Parameter, _Alias)) or type(p).__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple") for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, params, cls.__name__)
        expected = getattr(cls, "__parameters__", ()) or getattr(cls, "__type_params__", ())
        if not expected:
            raise TypeError(f"{cls!r} is not a generic class")
        if len(params) != len(expected) and not any(isinstance(p, (ParamSpec, TypeVarTuple)) for p in expected):
            word = "many" if len(params) > len(expected) else "few"
            raise TypeError(f"Too {word} arguments for {cls!r}; actual {len(params)}, expected {len(expected)}")
        return _Alias(cls, tuple(map(_check, params)))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "__orig_bases__" in cls.__dict__:
            bases = cls.__orig_bases__
            if Generic in bases:
                raise TypeError("Cannot inherit from plain Generic")
            own = next((b.__parameters__ for b in bases if isinstance(b, _Alias) and b.__origin__ in (Generic, Protocol)), None)
            cls.__parameters__ = own if own is not None else _params(bases)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        missing = object()
        for name in _members(cls):
            value = getattr(instance, name, missing)
            if value is missing or value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not getattr(cls, "_is_protocol", False) or "_is_protocol" not in cls.__dict__:
            return super().__subclasscheck__(other)
        if cls in getattr(other, "__mro__", ()):
            return True
        if not cls.__dict__.get("_is_runtime_protocol", False):
            return super().__subclasscheck__(other)
        data = [n for n in _members(cls) if not callable(getattr(cls, n, None))]
        if data:
            raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {str(sorted(data))[1:-1]}.")
        return all(any(n in b.__dict__ and b.__dict__[n] is not None for b in other.__mro__) for n in _members(cls))


_skip = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
    "__slots__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__",
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__protocol_attrs__",
    "__subclasshook__", "__type_params__", "__init_subclass__", "__qualname__", "__classcell__"}


def _members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic") and base.__module__ == "typing":
            continue
        names |= {n for n in (*base.__dict__, *base.__dict__.get("__annotations__", {})) if n not in _skip}
    return names


def _no_init(self, *args, **kwargs):
    if type(self).__dict__.get("_is_protocol"):
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol:
            if "__init__" not in cls.__dict__:
                cls.__init__ = _no_init
        elif cls.__init__ is _no_init:
            for base in cls.__mro__[1:]:
                init = base.__dict__.get("__init__")
                if init is not None and init is not _no_init:
                    cls.__init__ = init
                    break


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self): pass


@runtime_checkable
class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self): pass


@runtime_checkable
class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self): pass


@runtime_checkable
class SupportsAbs(Protocol):
    @abstractmethod
    def __abs__(self): pass


@runtime_checkable
class SupportsBytes(Protocol):
    @abstractmethod
    def __bytes__(self): pass


@runtime_checkable
class SupportsComplex(Protocol):
    @abstractmethod
    def __complex__(self): pass


@runtime_checkable
class SupportsRound(Protocol):
    @abstractmethod
    def __round__(self, ndigits=0): pass


class _ABCAlias(_Form):
    """`typing.List` and its like."""
    def __init__(self, origin, count, name):
        super().__init__(name)
        self.__origin__, self._count = origin, count

    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if self.__origin__ is _c.Callable:
            if len(params) != 2:
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
            args, result = params
            args = tuple(map(_check, args)) if isinstance(args, (list, tuple)) else (args,)
            return _Alias(self.__origin__, args + (_check(result),), self._name)
        if self._count >= 0 and len(params) != self._count:
            word = "many" if len(params) > self._count else "few"
            raise TypeError(f"Too {word} arguments for {self!r}; actual {len(params)}, expected {self._count}")
        if params == ((),):
            params = ()
        return _Alias(self.__origin__, tuple(map(_check, params)), self._name)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)


for _n, _o, _k in (("List", list, 1), ("Dict", dict, 2), ("Set", set, 1), ("FrozenSet", frozenset, 1), ("Tuple", tuple, -1),
        ("Type", type, 1), ("Deque", collections.deque, 1), ("DefaultDict", collections.defaultdict, 2),
        ("OrderedDict", collections.OrderedDict, 2), ("Counter", collections.Counter, 1), ("ChainMap", collections.ChainMap, 2),
        ("Awaitable", _c.Awaitable, 1), ("Coroutine", _c.Coroutine, 3), ("AsyncIterable", _c.AsyncIterable, 1),
        ("AsyncIterator", _c.AsyncIterator, 1), ("AsyncGenerator", _c.AsyncGenerator, -1), ("Iterable", _c.Iterable, 1),
        ("Iterator", _c.Iterator, 1), ("Generator", _c.Generator, -1), ("Reversible", _c.Reversible, 1),
        ("Container", _c.Container, 1), ("Collection", _c.Collection, 1), ("Callable", _c.Callable, 2),
        ("AbstractSet", _c.Set, 1), ("MutableSet", _c.MutableSet, 1), ("Mapping", _c.Mapping, 2),
        ("MutableMapping", _c.MutableMapping, 2), ("Sequence", _c.Sequence, 1), ("MutableSequence", _c.MutableSequence, 1),
        ("MappingView", _c.MappingView, 1), ("KeysView", _c.KeysView, 1), ("ItemsView", _c.ItemsView, 2),
        ("ValuesView", _c.ValuesView, 1), ("Hashable", _c.Hashable, 0), ("Sized", _c.Sized, 0),
        ("ContextManager", _contextlib.AbstractContextManager, -1),
        ("AsyncContextManager", _contextlib.AbstractAsyncContextManager, -1)):
    globals()[_n] = _ABCAlias(_o, _k, _n)
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)
T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
for _n in (AnyStr, T, KT, VT, T_co):
    _n.__module__ = "typing"


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = sys._getframemodulename(0)

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        hints = ns.get("__annotations__", {})
        defaults = []
        for name in hints:
            if name in ns:
                defaults.append(ns[name])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{'s' if len(defaults) > 1 else ''} {', '.join(n for n in hints if n in ns)}")
        nt = collections.namedtuple(typename, list(hints), defaults=defaults, module=ns.get("__module__"),
                                    _annotations={k: _check(v) for k, v in hints.items()})
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict"):
                if key != "__slots__":
                    raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            elif key not in ("__module__", "__name__", "__annotations__", "__orig_bases__", "__classcell__") and key not in nt._fields:
                setattr(nt, key, value)
        nt.__orig_bases__ = (NamedTuple,)
        if any(b is Generic for b in bases):
            nt = type(typename, (nt, Generic), {"__module__": nt.__module__, "__slots__": ()})
        return nt


class _NamedTupleFunction:
    def __call__(self, typename, fields=(), /, **kwargs):
        fields = list(fields) or list(kwargs.items())
        nt = collections.namedtuple(typename, [n for n, _ in fields], module=sys._getframemodulename(0),
                                    _annotations={n: _check(t) for n, t in fields})
        return nt

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleFunction()
_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True, **kw):
        body = {k: v for k, v in ns.items() if k != "__orig_bases__"}
        own = {k: _check(v) for k, v in ns.get("__annotations__", {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            if hasattr(base, "__required_keys__"):
                annotations.update(base.__annotations__)
                required |= base.__required_keys__
                optional |= base.__optional_keys__
        for key, t in own.items():
            origin = getattr(t, "__origin__", None)
            need = origin is Required or total and origin is not NotRequired
            (required if need else optional).add(key)
            (optional if need else required).discard(key)
        annotations.update(own)
        body["__annotations__"] = annotations
        td = type.__new__(_TypedDictMeta, name, (dict,), body)
        td.__required_keys__, td.__optional_keys__, td.__total__ = frozenset(required), frozenset(optional), total
        td.__readonly_keys__, td.__mutable_keys__ = frozenset(), frozenset(annotations)
        td.__orig_bases__ = ns.get("__orig_bases__", (TypedDict,))
        return td

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictFunction:
    def __call__(self, typename, fields=(), /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": sys._getframemodulename(0)}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictFunction()
_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    value = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {value[:100]}")


_overloads = {}


def overload(func):
    f = getattr(func, "__func__", func)
    _overloads.setdefault((f.__module__, f.__qualname__), []).append(func)
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not @overload-ed.")


def get_overloads(func):
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _mark(name):
    def decorator(f):
        try:
            setattr(f, name, True)
        except (AttributeError, TypeError):
            pass
        return f
    return decorator


final = _mark("__final__")
override = _mark("__override__")
no_type_check = _mark("__no_type_check__")


def no_type_check_decorator(d):
    return d


def dataclass_transform(**kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn
    return decorator


def _resolve(text, spaces):
    """What a string annotation means: names, attributes, `[...]`, `|`, strings and numbers."""
    import re
    tokens = re.findall(r"\s*(\w+|\.\.\.|\"[^\"]*\"|'[^']*'|[\[\](),.|])", text)
    at = 0

    def peek():
        return tokens[at] if at < len(tokens) else ""

    def primary():
        nonlocal at
        t = peek()
        at += 1
        if t == "...":
            value = ...
        elif t == "[":
            value = items("]")
        elif t == "(":
            value = tuple(items(")"))
        elif t[:1] in "\"'":
            value = t[1:-1]
        elif t[:1].isdigit():
            value = int(t)
        elif t == "None":
            value = None
        elif t in ("True", "False"):
            value = t == "True"
        else:
            for space in spaces:
                if t in space:
                    value = space[t]
                    break
            else:
                raise NameError(f"name {t!r} is not defined", name=t)
        while peek() in (".", "["):
            if peek() == ".":
                value = getattr(value, tokens[at + 1])
                at += 2
            else:
                at += 1
                args = items("]")
                value = value[args[0] if len(args) == 1 else tuple(args)]
        return value

    def either():
        nonlocal at
        value = primary()
        while peek() == "|":
            at += 1
            other = primary()
            value = value | other if value is not None or other is not None else None
        return value

    def items(end):
        nonlocal at
        out = []
        while peek() != end:
            out.append(either())
            if peek() == ",":
                at += 1
            elif peek() != end:
                raise SyntaxError(f"Forward reference must be an expression -- got {text!r}")
        at += 1
        return out

    return either()


def _eval(t, spaces):
    if t is None:
        return type(None)
    if isinstance(t, ForwardRef):
        t = t.__forward_arg__
    if isinstance(t, str):
        return _eval(_resolve(t, spaces), spaces)
    if isinstance(t, _Annotated):
        return _Annotated(_eval(t.__origin__, spaces), t.__metadata__)
    if isinstance(t, _Alias) and t.__origin__ is not Literal:
        args = tuple(_eval(a, spaces) for a in t.__args__)
        return t if args == t.__args__ else Union[args] if t.__origin__ is Union else _Alias(t.__origin__, args, t._name)
    if isinstance(t, GenericAlias) and not isinstance(t, type):
        args = tuple(_eval(a, spaces) if not isinstance(a, (list, type(...))) else a for a in t.__args__)
        return t if args == t.__args__ else GenericAlias(t.__origin__, args)
    return t


def _bare(t):
    if isinstance(t, _Annotated):
        return _bare(t.__origin__)
    if isinstance(t, _Alias):
        if t.__origin__ in (Required, NotRequired, ReadOnly):
            return _bare(t.__args__[0])
        if t.__origin__ is Literal:
            return t
        args = tuple(map(_bare, t.__args__))
        return t if args == t.__args__ else _Alias(t.__origin__, args, t._name)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            spaces = [localns or dict(vars(base)), globalns or (module.__dict__ if module else {}), __builtins_dict]
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _eval(value, spaces)
    else:
        f = obj
        while hasattr(f, "__wrapped__"):
            f = f.__wrapped__
        f = getattr(f, "__func__", f)
        if not hasattr(obj, "__annotations__"):
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        spaces = [localns or {}, globalns or getattr(f, "__globals__", None) or getattr(obj, "__dict__", {}), __builtins_dict]
        hints = {name: _eval(value, spaces) for name, value in obj.__annotations__.items()}
    return hints if include_extras else {k: _bare(v) for k, v in hints.items()}


import builtins as _builtins
__builtins_dict = vars(_builtins)


def get_origin(tp):
    if isinstance(tp, _Annotated):
        return Annotated
    if isinstance(tp, (_Alias, _ABCAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if isinstance(tp, types.UnionType):
        return types.UnionType
    if isinstance(tp, GenericAlias):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return None


def get_args(tp):
    if isinstance(tp, _Annotated):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_Alias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is _c.Callable and not (len(args) == 2 and args[0] is ...):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def is_protocol(tp):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp):
    return frozenset(_members(tp))


__all__ = [n for n in list(globals()) if not n.startswith("_") and n not in ("sys", "collections", "functools", "types",
    "ABCMeta", "abstractmethod", "GenericAlias", "FunctionType", "T", "KT", "VT", "T_co")]
