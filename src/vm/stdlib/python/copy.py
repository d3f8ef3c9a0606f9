import types as _types
import weakref as _weakref

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error
_atomic = {type(None), int, float, bool, complex, str, bytes, tuple, type, range, slice, property, frozenset, type(...),
    type(NotImplemented), _types.FunctionType, _types.BuiltinFunctionType, _types.CodeType, _weakref.ref, _types.ModuleType}


def _rebuild(x, memo=None):
    """What `__reduce_ex__` would rebuild: a new object with the same class and state."""
    cls = type(x)
    deep = memo is not None
    go = (lambda v: deepcopy(v, memo)) if deep else (lambda v: v)
    reduce = getattr(cls, "__reduce__", None)
    if reduce is not None and reduce is not object.__reduce__:
        rv = x.__reduce__()
        if isinstance(rv, str):
            return x
        func, args, state, items, pairs = (*rv, None, None, None)[:5]
        y = func(*[go(a) for a in args])
        if deep:
            memo[id(x)] = y
        for item in items or ():
            y.append(go(item))
        for k, v in pairs or ():
            y[go(k)] = go(v)
    else:
        if isinstance(x, BaseException):
            y = cls.__new__(cls, *[go(a) for a in x.args])
            y.args = tuple(go(a) for a in x.args)
        elif hasattr(x, "__getnewargs_ex__"):
            args, kwargs = x.__getnewargs_ex__()
            y = cls.__new__(cls, *map(go, args), **kwargs)
        elif hasattr(x, "__getnewargs__"):
            y = cls.__new__(cls, *[go(a) for a in x.__getnewargs__()])
        else:
            for base in (int, float, str, bytes, complex, tuple, frozenset):
                if isinstance(x, base):
                    y = cls.__new__(cls, base(x) if base not in (tuple, frozenset) else base(map(go, x)))
                    break
            else:
                if cls.__module__ in ("builtins", "_thread", "_asyncio") and not isinstance(x, (list, dict, set, bytearray)):
                    raise TypeError(f"cannot pickle '{cls.__name__}' object")
                y = cls.__new__(cls)
        if deep:
            memo[id(x)] = y
        if isinstance(x, list):
            list.extend(y, [go(v) for v in x])
        elif isinstance(x, dict):
            for k, v in x.items():
                y[go(k)] = go(v)
        elif isinstance(x, set):
            set.update(y, {go(v) for v in x})
        if getattr(cls, "__getstate__", None) is not getattr(object, "__getstate__", None):
            state = x.__getstate__()
        else:
            state = dict(x.__dict__) if hasattr(x, "__dict__") else None
            slots = {}
            for base in cls.__mro__:
                names = base.__dict__.get("__slots__", ())
                for name in (names,) if isinstance(names, str) else names:
                    if name in ("__dict__", "__weakref__"):
                        continue
                    if name.startswith("__") and not name.endswith("__"):
                        name = f"_{base.__name__.lstrip('_')}{name}"
                    if hasattr(x, name):
                        slots[name] = getattr(x, name)
            if slots:
                state = (state, slots)
    if state is not None:
        state = go(state)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state:
                y.__dict__.update(state)
            for k, v in (slots or {}).items():
                object.__setattr__(y, k, v)
    return y


def copy(x):
    cls = type(x)
    if cls in _atomic or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    return method(x) if method is not None else _rebuild(x)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _atomic and cls not in (tuple, frozenset) or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    if cls is list:
        y = memo[key] = []
        for v in x:
            y.append(deepcopy(v, memo))
    elif cls is dict:
        y = memo[key] = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        items = [deepcopy(v, memo) for v in x]
        if key in memo:
            return memo[key]
        y = x if all(a is b for a, b in zip(x, items)) else tuple(items)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(v, memo) for v in x])
    elif cls is bytearray:
        y = bytearray(x)
    elif cls is _types.MethodType:
        y = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        method = getattr(x, "__deepcopy__", None)
        y = method(memo) if method is not None else _rebuild(x, memo)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def replace(obj, /, **changes):
    func = getattr(obj.__class__, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return func(obj, **changes)
