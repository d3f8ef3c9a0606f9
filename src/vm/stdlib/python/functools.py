import _functools
from _awaitscope import fill as _fill
from types import FunctionType as _Function, GenericAlias as _GenericAlias, MappingProxyType as _Proxy, UnionType as _Union

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_none = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _none)
        if value is not _none:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def reduce(function, iterable, initial=_none, /):
    items = iter(iterable)
    if initial is _none:
        initial = next(items, _none)
        if initial is _none:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        initial = function(initial, item)
    return initial


def _bound(func, args, keywords):
    return ", ".join([repr(func), *map(repr, args), *(f"{name}={value!r}" for name, value in keywords.items())])


class _MoreOfPartial:
    def __repr__(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({_bound(self.func, self.args, self.keywords)})"

    def __reduce__(self):
        return type(self), (self.func, *self.args), {**self.__dict__, "keywords": self.keywords}

    __class_getitem__ = classmethod(_GenericAlias)


partial = _fill(_functools.partial, _MoreOfPartial)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        elif not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        return f"functools.partialmethod({_bound(self.func, self.args, self.keywords)})"

    def __get__(self, obj, cls=None):
        func, bound_args, bound_keywords = self.func, self.args, self.keywords
        if not isinstance(func, _Function) and hasattr(func, "__get__"):
            bound = func.__get__(obj, cls)
            if bound is not func:
                return partial(bound, *bound_args, **bound_keywords)

        def _method(self, /, *args, **keywords):
            return func(self, *bound_args, *args, **{**bound_keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        return _method.__get__(obj, cls)

    __isabstractmethod__ = property(lambda self: getattr(self.func, "__isabstractmethod__", False))
    __class_getitem__ = classmethod(_GenericAlias)


def cmp_to_key(mycmp):
    def compare(test):
        return lambda self, other: test(mycmp(self.obj, other.obj))

    def __init__(self, obj):
        self.obj = obj

    return type("KeyWrapper", (), {"__module__": "functools", "__slots__": ("obj",), "__init__": __init__, "__hash__": None,
        "__lt__": compare(lambda c: c < 0), "__le__": compare(lambda c: c <= 0), "__eq__": compare(lambda c: c == 0),
        "__gt__": compare(lambda c: c > 0), "__ge__": compare(lambda c: c >= 0)})


# How an ordering follows from another one: from its result and from whether the two are equal.
_DERIVED = {"<": {">": lambda less, equal: not less and not equal(), "<=": lambda less, equal: less or equal(),
        ">=": lambda less, equal: not less},
    "<=": {">=": lambda most, equal: not most or equal(), "<": lambda most, equal: most and not equal(),
        ">": lambda most, equal: not most}}
_DERIVED[">"] = {"<": _DERIVED["<"][">"], ">=": _DERIVED["<"]["<="], "<=": _DERIVED["<"][">="]}
_DERIVED[">="] = {"<=": _DERIVED["<="][">="], ">": _DERIVED["<="]["<"], "<": _DERIVED["<="][">"]}
_METHODS = {"<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"}


def total_ordering(cls):
    own = [sign for sign, name in _METHODS.items() if getattr(cls, name, None) is not getattr(object, name)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    # The one from which the others follow, in the documented order of preference.
    sign = next(sign for sign in ("<", "<=", ">", ">=") if sign in own)
    root = _METHODS[sign]
    for other_sign, rule in _DERIVED[sign].items():
        if other_sign not in own:
            setattr(cls, _METHODS[other_sign], _derived(root, _METHODS[other_sign], rule))
    return cls


def _derived(root, name, rule):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else rule(result, lambda: self == other)

    method.__name__, method.__qualname__ = name, f"_{name[2:4]}_from_{root[2:4]}"
    return method


class _CacheInfo(tuple):
    __slots__ = ()
    _fields = ("hits", "misses", "maxsize", "currsize")
    hits, misses, maxsize, currsize = (property(lambda self, i=i: self[i]) for i in range(4))

    def __repr__(self):
        return f"CacheInfo({', '.join(f'{k}={v!r}' for k, v in zip(self._fields, self))})"

    def _asdict(self):
        return dict(zip(self._fields, self))


_CacheInfo.__name__ = _CacheInfo.__qualname__ = "CacheInfo"


class _MoreOfCache:
    def cache_info(self):
        return _CacheInfo(self._info())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__qualname__


_lru_cache_wrapper = _fill(_functools._lru_cache_wrapper, _MoreOfCache)


def lru_cache(maxsize=128, typed=False):
    def decorating_function(function, maxsize=maxsize):
        if not callable(function):
            raise TypeError("the first argument must be callable")
        wrapper = update_wrapper(_lru_cache_wrapper(function, maxsize, typed), function)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return wrapper

    if callable(maxsize) and isinstance(typed, bool):
        return decorating_function(maxsize, 128)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return decorating_function if maxsize is None else lambda function: decorating_function(function, max(maxsize, 0))


def cache(user_function, /):
    return lru_cache(None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func, self.attrname, self.__doc__, self.__module__ = func, None, func.__doc__, func.__module__

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError("Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        values = getattr(instance, "__dict__", None)
        if values is None:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} property.")
        if name not in values:
            values[name] = self.func(instance)
        return values[name]

    __class_getitem__ = classmethod(_GenericAlias)


def _classes_of(annotation):
    """The classes that an annotation stands for, or None."""
    if isinstance(annotation, type) and not isinstance(annotation, _GenericAlias):
        return (annotation,)
    if isinstance(annotation, _Union) or getattr(annotation, "__origin__", None) is not None and \
            str(getattr(annotation, "__origin__", "")) == "typing.Union":
        return annotation.__args__
    return None


def _nearest(cls, registry):
    """The implementation for the class: its own, that of the nearest base, or of an abstract base class it is of."""
    candidates = [other for other in registry if issubclass(cls, other)]
    order = cls.__mro__
    best = min((c for c in candidates if c in order), key=order.index, default=None)
    for other in candidates:
        if other in order:
            continue
        if best is None or best is object or issubclass(other, best):
            best = other
        elif best not in order and not issubclass(best, other):
            raise RuntimeError(f"Ambiguous dispatch: {best} or {other}")
    return registry.get(best)


def singledispatch(func):
    registry, found = {object: func}, {}
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        if cls not in found:
            found[cls] = registry[cls] if cls in registry else _nearest(cls, registry)
        return found[cls]

    def register(cls, func=None):
        classes = _classes_of(cls)
        if classes is not None and func is None:
            return lambda function: register(cls, function)
        if classes is None:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func = cls
            if not getattr(func, "__annotations__", None):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                    "or plain `@register` on an annotated function.")
            from typing import get_type_hints  # for singledispatch, singledispatchmethod
            argument, cls = next(iter(get_type_hints(func).items()))
            classes = _classes_of(cls)
            if classes is None:
                raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
        registry.update(dict.fromkeys(classes, func))
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register, wrapper.dispatch, wrapper.registry, wrapper._clear_cache = register, dispatch, _Proxy(registry), found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.dispatcher = func, singledispatch(func)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            if not args:
                name = getattr(self.func, "__name__", "singledispatchmethod method")
                raise TypeError(f"{name} requires at least 1 positional argument")
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.register, _method.__isabstractmethod__ = self.register, self.__isabstractmethod__
        return update_wrapper(_method, self.func)

    __isabstractmethod__ = property(lambda self: getattr(self.func, "__isabstractmethod__", False))
