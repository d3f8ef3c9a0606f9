import _awaitscope as _vm

FunctionType = LambdaType = _vm.function
MethodType = _vm.method
BuiltinFunctionType = BuiltinMethodType = _vm.builtin_function_or_method
MethodDescriptorType = _vm.method_descriptor
GetSetDescriptorType = _vm.getset_descriptor
MemberDescriptorType = _vm.member_descriptor
WrapperDescriptorType = MethodDescriptorType
MethodWrapperType = type(object().__str__)
ClassMethodDescriptorType = _vm.method_descriptor
ModuleType = _vm.module
CellType = _vm.cell
CodeType = _vm.code
TracebackType = _vm.traceback
FrameType = _vm.frame
GeneratorType = _vm.generator
CoroutineType = _vm.coroutine
AsyncGeneratorType = _vm.async_generator
MappingProxyType = _vm.mappingproxy
GenericAlias = _vm.GenericAlias
UnionType = _vm.UnionType
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)


class SimpleNamespace:
    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(kwargs)

    def __repr__(self):
        if id(self) in _showing:
            return "namespace(...)"
        _showing.add(id(self))
        try:
            name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
            return f"{name}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"
        finally:
            _showing.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __replace__(self, /, **changes):
        new = type(self)(**self.__dict__)
        new.__dict__.update(changes)
        return new


    def __getattr__(self, name):
        raise AttributeError(f"'types.SimpleNamespace' object has no attribute {name!r}", name=name, obj=self)


_showing = set()


class _CoroutineWrapper:
    def __init__(self, gen):
        self.__wrapped = gen
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, val):
        return self.__wrapped.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self

    __await__ = __iter__


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if isinstance(func, FunctionType) and func.__code__.co_flags & 0x180:
        return func

    def wrapped(*args, **kwargs):
        coro = func(*args, **kwargs)
        if isinstance(coro, GeneratorType):
            return _vm.mark(coro)
        if not isinstance(coro, CoroutineType) and hasattr(coro, "send") and hasattr(coro, "throw") and not hasattr(coro, "__await__"):
            return _CoroutineWrapper(coro)
        return coro

    for name in ("__module__", "__name__", "__qualname__", "__doc__", "__dict__"):
        try:
            value = getattr(func, name)
        except AttributeError:
            continue
        if name == "__dict__":
            wrapped.__dict__.update(value)
        else:
            setattr(wrapped, name, value)
    wrapped.__wrapped__ = func
    return wrapped


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds) if kwds else {}
    if "metaclass" in kwds:
        meta = kwds.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
    ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, ns, kwds


def resolve_bases(bases):
    new, changed = [], False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            new.append(base)
        else:
            new.extend(base.__mro_entries__(bases))
            changed = True
    return tuple(new) if changed else bases


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, ns, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(ns)
    if resolved is not bases:
        ns["__orig_bases__"] = bases
    return meta(name, resolved, ns, **kwds)


def get_original_bases(cls, /):
    if not isinstance(cls, type):
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}")
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


class DynamicClassAttribute:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel)


class CapsuleType:
    pass
