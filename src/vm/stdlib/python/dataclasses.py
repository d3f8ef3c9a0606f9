import sys
from types import GenericAlias, MappingProxyType, MemberDescriptorType
import keyword
import abc as _abc

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()
_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


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
        name = self.type.__name__ if type(self.type) is type else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

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


def _is(cls, annotation, wanted, module, kinds):
    """Whether the annotation, or what a string of one begins with, is `wanted` (a name of `module`)."""
    if not isinstance(annotation, str):
        return kinds(annotation)
    prefix, dot, name = annotation.partition("[")[0].partition(".")
    if not dot:
        prefix, name = "", prefix
    prefix, name = prefix.strip(), name.partition(" ")[0]
    space = sys.modules.get(cls.__module__).__dict__
    if prefix:
        space = getattr(space.get(prefix), "__dict__", {}) if space.get(prefix) is sys.modules.get(module) else {}
    found = space.get(name)
    return found is not None and found is getattr(sys.modules.get(module), wanted, None)


def _is_classvar(a):
    typing = sys.modules.get("typing")
    return typing is not None and (a is typing.ClassVar or getattr(a, "__origin__", None) is typing.ClassVar)


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name, f.type = name, annotation
    f._field_type = _FIELD
    if _is(cls, annotation, "ClassVar", "typing", _is_classvar):
        f._field_type = _CLASSVAR
    elif _is(cls, annotation, "InitVar", "dataclasses", lambda a: a is InitVar or type(a) is InitVar):
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


class _Methods:
    """Methods of a dataclass, written out and compiled together, so that they run, show in tracebacks and fail as the
    functions that they are."""

    def __init__(self, cls):
        self.cls, self.lines, self.names = cls, [], []
        self.scope = {"MISSING": MISSING, "_FACTORY": _FACTORY, "cls": cls, "__dataclass_builtins_object__": object,
            "FrozenInstanceError": FrozenInstanceError, "__dataclasses_recursive_repr": _recursive_repr}

    def add(self, name, params, body, decorator=None, overwrite_error=None):
        if decorator:
            self.lines.append(f" {decorator}")
        self.lines += [f" def {name}({', '.join(params)}):", *[f"  {line}" for line in body]]
        self.names.append((name, overwrite_error))

    def install(self):
        if not self.names:
            return
        given = {}
        text = f"def __create_fn__({', '.join(self.scope)}):\n" + "\n".join(self.lines)
        exec(f"{text}\n return {', '.join(name for name, _ in self.names)},", sys.modules[self.cls.__module__].__dict__, given)
        for func, (name, overwrite_error) in zip(given["__create_fn__"](**self.scope), self.names):
            func.__qualname__ = f"{self.cls.__qualname__}.{name}"
            if name == "__init__":
                func.__annotations__ = self.notes
            if name == "__hash__":
                self.cls.__hash__ = func
            elif name not in self.cls.__dict__:
                setattr(self.cls, name, func)
            elif overwrite_error is not None:
                raise TypeError(f"Cannot overwrite attribute {name} in class {self.cls.__name__}{overwrite_error}")

    def add_init(self, fields, this, frozen, slots):
        plain = [f for f in fields if f.init and not f.kw_only]
        keyword_only = [f for f in fields if f.init and f.kw_only]
        seen = None
        for f in plain:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen = f
            elif seen:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {seen.name!r}")
        body = []
        for f in fields:
            n = f.name
            default = f"__dataclass_dflt_{n}__"
            if f.default_factory is not MISSING:
                self.scope[default] = f.default_factory
                value = f"{default}() if {n} is _FACTORY else {n}" if f.init else f"{default}()"
            elif f.init:
                if f.default is not MISSING:
                    self.scope[default] = f.default
                value = n
            elif f.default is not MISSING and slots:
                self.scope[default] = f.default
                value = default
            else:
                continue
            if f._field_type is _FIELD:
                body.append(f"__dataclass_builtins_object__.__setattr__({this},{n!r},{value})" if frozen else f"{this}.{n}={value}")
        if hasattr(self.cls, "__post_init__"):
            body.append(f"{this}.__post_init__({','.join(f.name for f in fields if f._field_type is _INITVAR)})")

        def parameter(f):
            if f.default is not MISSING:
                return f"{f.name}=__dataclass_dflt_{f.name}__"
            return f.name if f.default_factory is MISSING else f"{f.name}=_FACTORY"
        params = [this, *map(parameter, plain)]
        if keyword_only:
            params += ["*", *map(parameter, keyword_only)]
        self.notes = {f.name: f.type for f in plain + keyword_only} | {"return": None}
        self.add("__init__", params, body or ["pass"])


def _recursive_repr():
    running = set()

    def wrap(func):
        def __repr__(self):
            key = id(self)
            if key in running:
                return "..."
            running.add(key)
            try:
                return func(self)
            finally:
                running.discard(key)
        __repr__.__wrapped__ = func
        return __repr__
    return wrap


def _tuple_text(this, fields):
    return f"({''.join(f'{this}.{f.name},' for f in fields)})"


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
        if isinstance(getattr(cls, f.name, None), Field):
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
    methods = _Methods(cls)
    if init:
        this = "__dataclass_self__" if "self" in fields else "self"
        methods.add_init(all_init, this, frozen, slots)
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    if repr_:
        shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in real if f.repr)
        methods.add("__repr__", ["self"], [f'return f"{{self.__class__.__qualname__}}({shown})"'],
                    "@__dataclasses_recursive_repr()")
    compared = [f for f in real if f.compare]
    if eq:
        methods.add("__eq__", ["self", "other"], ["if self is other:", " return True", "if other.__class__ is self.__class__:",
            f" return {' and '.join(f'self.{f.name}==other.{f.name}' for f in compared) or 'True'}", "return NotImplemented"])
    if order:
        mine, theirs = _tuple_text("self", compared), _tuple_text("other", compared)
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            methods.add(name, ["self", "other"], ["if other.__class__ is self.__class__:", f" return {mine}{op}{theirs}",
                "return NotImplemented"], overwrite_error=" Consider using functools.total_ordering")
    if frozen:
        names = f"({''.join(f'{f.name!r}, ' for f in real)})"
        condition = f"if type(self) is cls or name in {names}:" if real else "if type(self) is cls:"
        for name, params, what, call in (("__setattr__", ["self", "name", "value"], "assign to", "name, value"),
                                         ("__delattr__", ["self", "name"], "delete", "name")):
            methods.add(name, params, [condition, f' raise FrozenInstanceError(f"cannot {what} field {{name!r}}")',
                f"super(cls, self).{name}({call})"], overwrite_error="")
    hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash and has_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not has_hash:
        methods.add("__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"])
    elif eq and not frozen and not has_hash:
        cls.__hash__ = None
    methods.install()
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
        body["__slots__"] = tuple(n for n in names if n not in inherited) + (("__weakref__",) if weakref_slot and "__weakref__" not in inherited else ())
        for n in names:
            body.pop(n, None)
        body.pop("__dict__", None)
        body.pop("__weakref__", None)
        qualname = cls.__qualname__
        cls = type(cls)(cls.__name__, cls.__bases__, body)
        cls.__qualname__ = qualname
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
