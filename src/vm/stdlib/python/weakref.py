import _awaitscope as _vm
from collections.abc import MutableMapping as _MM, MutableSet as _MS

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]
ref = ReferenceType = _vm.ref


getweakrefs = _vm.weak_references


def getweakrefcount(obj):
    return len(getweakrefs(obj))


class ProxyType:
    __slots__ = ("_ref", "__weakref__")

    def __init__(self, obj, callback=None):
        object.__setattr__(self, "_ref", ref(obj, callback) if callback else ref(obj))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    __hash__ = None


def _target(p):
    obj = object.__getattribute__(p, "_ref")()
    if obj is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return obj


def _forward(name):
    def method(self, *args):
        return getattr(_target(self), name)(*args)
    return method


for _n in ("str repr bool len getitem setitem delitem iter next contains call add sub mul truediv floordiv mod pow and "
           "or xor lt le gt ge radd rsub rmul neg int float index").split():
    setattr(ProxyType, f"__{_n}__", _forward(f"__{_n}__"))
ProxyType.__eq__ = lambda self, other: _target(self) == (_target(other) if type(other) is ProxyType else other)
ProxyType.__bool__ = lambda self: bool(_target(self))
ProxyType.__str__ = lambda self: str(_target(self))
ProxyType.__iter__ = lambda self: iter(_target(self))
ProxyType.__repr__ = lambda self: f"<weakproxy at {id(self):#x} to {type(_target(self)).__name__} at {id(_target(self)):#x}>"
CallableProxyType = ProxyType
ProxyTypes = (ProxyType, CallableProxyType)


def proxy(obj, callback=None, /):
    return ProxyType(obj, callback)


class WeakMethod:
    def __init__(self, meth, callback=None):
        if not hasattr(meth, "__self__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        self._obj = ref(meth.__self__, (lambda _: callback(self)) if callback else None)
        self._func, self._type = ref(meth.__func__), type(meth)

    def __call__(self):
        obj, func = self._obj(), self._func()
        return None if obj is None or func is None else self._type(func, obj)

    def __eq__(self, other):
        return self is other or isinstance(other, WeakMethod) and self() is not None and self() == other()

    def __hash__(self):
        return hash(self._func)


class WeakValueDictionary(_MM):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _alive(self):
        return [(k, o) for k, r in list(self.data.items()) if (o := r()) is not None]

    def __getitem__(self, key):
        o = self.data[key]()
        if o is None:
            raise KeyError(key)
        return o

    def __setitem__(self, key, value):
        data = self.data

        def gone(r):
            if data.get(key) is r:
                del data[key]
        data[key] = ref(value, gone)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self._alive())

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def __iter__(self):
        return iter([k for k, _ in self._alive()])

    def values(self):
        return iter([o for _, o in self._alive()])

    def items(self):
        return iter(self._alive())

    def keys(self):
        return iter(self)

    def valuerefs(self):
        return list(self.data.values())

    def copy(self):
        return WeakValueDictionary(dict(self._alive()))

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakKeyDictionary(_MM):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _ref(self, key):
        return ref(key, lambda r, data=self.data: data.pop(r, None))

    def _alive(self):
        return [(o, v) for r, v in list(self.data.items()) if (o := r()) is not None]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[self._ref(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self._alive())

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return iter([k for k, _ in self._alive()])

    def keyrefs(self):
        return list(self.data)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakSet(_MS):
    def __init__(self, data=None):
        self.data = set()
        for item in data or ():
            self.add(item)

    def _alive(self):
        return [o for r in list(self.data) if (o := r()) is not None]

    def add(self, item):
        self.data.add(ref(item, self.data.discard))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return iter(self._alive())

    def __len__(self):
        return len(self._alive())

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return WeakSet(self)

    def __repr__(self):
        return repr(set(self._alive()))


class finalize:
    _live = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self._info = (ref(obj, lambda _: self()), func, args, kwargs)
        finalize._live[self] = True
        self.atexit = True

    @property
    def alive(self):
        return self in finalize._live

    def __call__(self, _=None):
        if finalize._live.pop(self, None):
            _, func, args, kwargs = self._info
            return func(*args, **kwargs)

    def detach(self):
        if finalize._live.pop(self, None):
            r, func, args, kwargs = self._info
            obj = r()
            return None if obj is None else (obj, func, args, kwargs)

    def peek(self):
        if self.alive:
            r, func, args, kwargs = self._info
            obj = r()
            return None if obj is None else (obj, func, args, kwargs)
