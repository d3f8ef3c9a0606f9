import sys
from types import GenericAlias, MappingProxyType, FunctionType
import keyword
import abc as _abc

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _Default:
    def __repr__(self):
        return "<factory>"


class _MissingType:
    pass


MISSING = _MissingType()
_FACTORY = _Default()


class _KwOnlyType:
    pass


KW_ONLY = _KwOnlyType()


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _CLASSVAR, _INITVAR = _Kind("_FIELD"), _Kind("_FIELD_CLASSVAR"), _Kind("_FIELD_INITVAR")


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return f"dataclasses.InitVar[{self.type.__name__ if isinstance(self.type, type) else self.type!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
        "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only
        self.metadata = MappingProxyType({} if metadata is None else metadata)

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "_field_type")
        return f"Field({','.join(f'{n}={getattr(self, n)!r}' for n in names)})"

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _Params:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is(annotation, name, kinds):
    if isinstance(annotation, str):
        head = annotation.split("[")[0].strip().rpartition(".")[2]
        return head == name
    return kinds(annotation)


def _is_classvar(a):
    typing = sys.modules.get("typing")
    return typing is not None and (a is typing.ClassVar or getattr(a, "__origin__", None) is typing.ClassVar)


def _get_field(cls, name, annotation, kw_only):
    default = cls.__dict__.get(name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if hasattr(type(default), "__get__") and name in cls.__dict__.get("__slots__", ()):
            default = MISSING
        f = field(default=default)
    f.name, f.type = name, annotation
    f._field_type = _FIELD
    if _is(annotation, "ClassVar", _is_classvar):
        f._field_type = _CLASSVAR
    elif _is(annotation, "InitVar", lambda a: a is InitVar or type(a) is InitVar):
        f._field_type = _INITVAR
    if f._field_type in (_CLASSVAR, _INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if f._field_type is _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
    return f


def _names_text(names):
    names = [repr(n) for n in names]
    return names[0] if len(names) == 1 else " and ".join(names) if len(names) == 2 else ", ".join(names[:-1]) + ", and " + names[-1]


def _make_init(cls, fields, frozen):
    """`__init__`, with the texts of a function that had been written out."""
    init = [f for f in fields if f.init]
    plain = [f for f in init if not f.kw_only]
    keyword_only = [f for f in init if f.kw_only]
    seen = None
    for f in plain:
        if f.default is MISSING and f.default_factory is MISSING:
            if seen:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {seen.name!r}")
        else:
            seen = f
    positional = [f.name for f in plain]
    by_name = {f.name: f for f in init}
    required = [f.name for f in plain if f.default is MISSING and f.default_factory is MISSING]
    required_kw = [f.name for f in keyword_only if f.default is MISSING and f.default_factory is MISSING]
    post = hasattr(cls, "__post_init__")
    put = object.__setattr__
    name = f"{cls.__qualname__}.__init__"
    work = [(f, f.name, f.init, f.default, f.default_factory, f._field_type is _INITVAR) for f in fields]
    count = len(positional)
    simple = not frozen and not keyword_only and not post and all(f.init and f._field_type is _FIELD for f in fields)

    def __init__(self, /, *args, **kwargs):
        if simple and not kwargs and len(args) == count:
            for n, v in zip(positional, args):
                setattr(self, n, v)
            return
        if len(args) > count:
            least = len(required)
            takes = f"from {least + 1} to {count + 1}" if least != count else str(count + 1)
            s = "" if takes == "1" else "s"
            given = len(args) + 1
            kw = [n for n in kwargs if n in by_name and by_name[n].kw_only]
            if kw:
                raise TypeError(f"{name}() takes {takes} positional argument{s} but {given} positional argument{'s' if given != 1 else ''} (and {len(kw)} keyword-only argument{'s' if len(kw) != 1 else ''}) were given")
            raise TypeError(f"{name}() takes {takes} positional argument{s} but {given} were given")
        values = dict(zip(positional, args))
        for key, value in kwargs.items():
            if key not in by_name:
                import _awaitscope
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            if key in values:
                raise TypeError(f"{name}() got multiple values for argument {key!r}")
            values[key] = value
        for kind, wanted in (("positional", required), ("keyword-only", required_kw)):
            lacking = [n for n in wanted if n not in values]
            if lacking:
                raise TypeError(f"{name}() missing {len(lacking)} required {kind} argument{'s' if len(lacking) > 1 else ''}: {_names_text(lacking)}")
        extra = []
        for f, n, in_init, default, factory, init_var in work:
            if in_init and n in values:
                value = values[n]
            elif factory is not MISSING:
                value = factory()
            elif default is not MISSING:
                if not in_init and not init_var and n not in cls.__dict__.get("__slots__", ()):
                    continue
                value = default
            else:
                continue
            if init_var:
                extra.append(value)
            elif frozen:
                put(self, n, value)
            else:
                setattr(self, n, value)
        if post:
            self.__post_init__(*extra)

    notes = {f.name: f.type.type if isinstance(f.type, InitVar) else f.type for f in init}
    notes["return"] = None
    __init__.__annotations__ = notes
    try:
        from inspect import Signature, Parameter
    except ImportError:
        return __init__
    params = [Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)]
    for f in plain + keyword_only:
        default = f.default if f.default is not MISSING else _FACTORY if f.default_factory is not MISSING else Parameter.empty
        params.append(Parameter(f.name, Parameter.KEYWORD_ONLY if f.kw_only else Parameter.POSITIONAL_OR_KEYWORD,
                                default=default, annotation=notes[f.name]))
    __init__.__signature__ = Signature(params, return_annotation=None)
    return __init__


_showing = set()


def _method(cls, name, func):
    func.__name__ = name
    func.__qualname__ = f"{cls.__qualname__}.{name}"
    func.__module__ = cls.__module__
    func.__doc__ = None
    return func


def _set_new(cls, name, func):
    if name in cls.__dict__:
        return True
    setattr(cls, name, _method(cls, name, func))
    return False


def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen = all_frozen = False
    has_bases = False
    all_frozen = True
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, "__dataclass_fields__", None)
        if base_fields is not None and "__dataclass_fields__" in b.__dict__:
            has_bases = True
            fields.update(base_fields)
            if b.__dataclass_params__.frozen:
                any_frozen = True
            else:
                all_frozen = False
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    kw_seen = False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or isinstance(annotation, str) and annotation.rpartition(".")[2] == "KW_ONLY":
            if kw_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_seen = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not all_frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_params__ = _Params(init=init, repr=repr_, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    cls.__dataclass_fields__ = fields
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_init = [f for f in fields.values() if f._field_type in (_FIELD, _INITVAR)]
    real = [f for f in fields.values() if f._field_type is _FIELD]
    if init:
        _set_new(cls, "__init__", _make_init(cls, all_init, frozen))
    def __replace__(self, /, **changes):
        return _replace(self, **changes)
    _set_new(cls, "__replace__", __replace__)
    if repr_:
        shown = [f.name for f in real if f.repr]

        def __repr__(self):
            key = id(self)
            if key in _showing:
                return "..."
            _showing.add(key)
            try:
                return f"{self.__class__.__qualname__}({', '.join([f'{n}={getattr(self, n)!r}' for n in shown])})"
            finally:
                _showing.discard(key)
        _set_new(cls, "__repr__", __repr__)
    compared = [f.name for f in real if f.compare]
    if eq:
        def __eq__(self, other):
            if self is other:
                return True
            if other.__class__ is self.__class__:
                for n in compared:
                    a, b = getattr(self, n), getattr(other, n)
                    if not (a is b or a == b):
                        return False
                return True
            return NotImplemented
        _set_new(cls, "__eq__", __eq__)
    if order:
        def key(self):
            return tuple([getattr(self, n) for n in compared])

        def __lt__(self, other):
            return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

        def __le__(self, other):
            return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

        def __gt__(self, other):
            return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

        def __ge__(self, other):
            return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented
        for func in (__lt__, __le__, __gt__, __ge__):
            if _set_new(cls, func.__name__, func):
                raise TypeError(f"Cannot overwrite attribute {func.__name__} in class {cls.__name__}. Consider using functools.total_ordering")
    if frozen:
        names = {f.name for f in real}

        def __setattr__(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f"cannot assign to field {name!r}")
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f"cannot delete field {name!r}")
            super(cls, self).__delattr__(name)
        for func in (__setattr__, __delattr__):
            if _set_new(cls, func.__name__, func):
                raise TypeError(f"Cannot overwrite attribute {func.__name__} in class {cls.__name__}")
    hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(tuple([getattr(self, n) for n in hashed]))
    if unsafe_hash:
        if has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _method(cls, "__hash__", __hash__)
    elif eq and frozen and not has_hash:
        cls.__hash__ = _method(cls, "__hash__", __hash__)
    elif eq and not frozen and not has_hash:
        cls.__hash__ = None
    if not cls.__dict__.get("__doc__"):
        try:
            from inspect import signature
            text = str(signature(cls)).replace(" -> None", "")
        except Exception:
            text = f"({', '.join(f.name for f in all_init if f.init)})"
        cls.__doc__ = cls.__name__ + text
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in all_init if f.init and not f.kw_only)
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        if "__slots__" in cls.__dict__:
            raise TypeError(f"{cls.__name__} already specifies __slots__")
        body = dict(cls.__dict__)
        names = [f.name for f in real]
        inherited = {s for b in cls.__mro__[1:-1] for s in ((lambda x: (x,) if isinstance(x, str) else x)(b.__dict__.get("__slots__", ())))}
        body["__slots__"] = tuple(n for n in names if n not in inherited) + (("__weakref__",) if weakref_slot else ())
        for n in names:
            body.pop(n, None)
        body.pop("__dict__", None)
        body.pop("__weakref__", None)
        qualname = cls.__qualname__
        old = cls
        cls = type(cls)(cls.__name__, cls.__bases__, body)
        cls.__qualname__ = qualname
        for value in list(body.values()):
            func = getattr(value, "__func__", value)
            for func in (func, getattr(value, "fget", None), getattr(value, "fset", None)):
                for cell in getattr(func, "__closure__", None) or ():
                    try:
                        if cell.cell_contents is old:
                            cell.cell_contents = cls
                    except (ValueError, AttributeError):
                        pass
    _abc.update_abstractmethods(cls)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _deep(obj, make):
    import copy  # for asdict, astuple
    if _is_instance(obj):
        return make([(f.name, _deep(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_deep(v, make) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_deep(v, make) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_deep(k, make), _deep(v, make)) for k, v in obj.items()]
        if hasattr(type(obj), "default_factory") or hasattr(obj, "default_factory"):
            new = type(obj)(obj.default_factory)
            new.update(pairs)
            return new
        return type(obj)(pairs)
    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _deep(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _deep(obj, lambda pairs: tuple_factory([v for _, v in pairs]))


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, "typing.Any"
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, body[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = tp
    body["__annotations__"] = annotations
    body["__module__"] = module or sys._getframemodulename(0) or "__main__"
    cls = type(bases[0])(cls_name, bases, body) if bases else type(cls_name, bases, body)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
