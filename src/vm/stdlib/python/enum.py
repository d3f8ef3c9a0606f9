from types import MappingProxyType as _Proxy, DynamicClassAttribute
from operator import or_ as _or_
import sys as _sys

__all__ = ["EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto",
    "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "global_enum", "show_flag_values"]
_property = property
Enum = Flag = ReprEnum = None
_auto_null = object()


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    """An attribute of members that leaves the class free to have a member of that name."""
    def __set_name__(self, owner, name):
        self.name, self.clsname = name, owner.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            member = ownerclass.__dict__.get("_member_map_", {}).get(self.name)
            if member is not None:
                return member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is None:
            return instance.__dict__[self.name]
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")


def _is_descriptor(obj):
    return not isinstance(obj, type) and (hasattr(type(obj), "__get__") or hasattr(type(obj), "__set__") or hasattr(type(obj), "__delete__"))


def _dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _make_value(generate, name, values, arg):
    """The values for `auto`, alone or in a tuple."""
    if isinstance(arg, auto):
        if arg.value is _auto_null:
            arg.value = generate(name, 1, len(values), values[:])
        return arg.value
    return arg


class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate = None
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if self._cls_name is not None and key.startswith(f"_{self._cls_name}__"):
            pass
        elif _sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
                           "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_",
                           "_add_alias_", "_add_value_alias_", "_boundary_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
        elif _dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and (_is_descriptor(value) or isinstance(value, type) and False):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            generate = self._generate or (lambda n, s, c, v: (max([x for x in v if isinstance(x, int)], default=0) + 1))
            if isinstance(value, auto):
                self._auto_called = True
                value = _make_value(generate, key, self._last_values, value)
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                self._auto_called = True
                value = type(value)([_make_value(generate, key, self._last_values, v) for v in value])
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    @_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more):
        for key in (members.keys() if hasattr(members, "keys") else ()):
            self[key] = members[key]
        if not hasattr(members, "keys"):
            for key, value in members:
                self[key] = value
        for key, value in more.items():
            self[key] = value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        d = EnumDict(cls)
        member_type, first = metacls._get_mixins_(cls, bases)
        if first is not None:
            d["_generate_next_value_"] = getattr(first, "_generate_next_value_", None)
        return d

    @classmethod
    def _check_for_existing_members_(mcls, name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base.__dict__.get("_member_map_"):
                    raise TypeError(f"<enum {name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, name, bases):
        if not bases:
            return object, None if Enum is None else Enum
        first = bases[-1]
        if Enum is not None and not (isinstance(first, EnumType) and issubclass(first, Enum)):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(bases) or object, first

    @classmethod
    def _find_data_type_(mcls, bases):
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    data = base.__dict__.get("_member_type_", object)
                    if data is not object:
                        return data
                elif "__new__" in base.__dict__ or "__init__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    return candidate or base
                else:
                    candidate = candidate or base
        return None

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        ignore = classdict.get("_ignore_", [])
        names = [n for n in getattr(classdict, "_member_names", {}) if n not in ignore]
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        body = {k: v for k, v in classdict.items() if k not in names and k not in ignore}
        values = {n: classdict[n] for n in names}
        generate = body.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            body["_generate_next_value_"] = staticmethod(generate)
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(repr(n) for n in invalid)}")
        use_new = body.get("__new__")
        saved_new = use_new
        if Enum is None:
            # `Enum` itself: its `__new__` looks members up.
            use_new = saved_new = None
        elif use_new is None:
            for base in bases:
                if isinstance(base, EnumType):
                    found = base.__dict__.get("_member_new_")
                    if found is not None:
                        use_new = found
                        break
        if isinstance(use_new, staticmethod):
            use_new = use_new.__func__
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        body["_unhashable_values_"] = []
        body["_member_type_"] = member_type
        body["_value_repr_"] = None
        body["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        body["_flag_mask_"] = body["_singles_mask_"] = body["_all_bits_"] = 0
        body["_inverted_"] = None
        if saved_new is not None:
            body["_member_new_"] = use_new
            body.pop("__new__")
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        enum_class._member_new_ = use_new
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        for n in names:
            enum_class._add_member_(n, values[n], use_new, member_type, is_flag)
        if Enum is not None:
            if member_type is not object:
                # The enum's methods come before those that the data type has from its own.
                only_repr = "ReprEnum" in [b.__name__ for b in enum_class.__mro__[1:]] or cls in ("IntEnum", "StrEnum", "IntFlag")
                for method in ("__repr__",) if only_repr else ("__repr__", "__str__", "__format__"):
                    if method not in body and getattr(enum_class, method) in (getattr(member_type, method), getattr(object, method)):
                        type.__setattr__(enum_class, method, getattr(first_enum, method))
            enum_class.__new__ = Enum.__new__
        if is_flag:
            enum_class._all_bits_ = (1 << enum_class._flag_mask_.bit_length()) - 1
            enum_class._member_names_.sort(key=lambda n: (enum_class._member_map_[n]._value_ & -enum_class._member_map_[n]._value_).bit_length())
            order = [n for n in names if n in enum_class._member_names_]
            vals = [enum_class._member_map_[n]._value_ for n in order]
            if vals == sorted(vals):
                enum_class._member_names_[:] = order
            else:
                enum_class._member_names_.sort(key=lambda n: enum_class._member_map_[n]._value_)
        order = body.get("_order_")
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            have = enum_class._member_names_
            if [o for o in order if o in have or o not in enum_class._member_map_] != have:
                raise TypeError(f"member order does not match _order_:\n  {have!r}\n  {order!r}")
        return enum_class

    def _add_member_(cls, name, value, use_new, member_type, is_flag):
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        if use_new is not None:
            obj = use_new(cls, *args)
        elif member_type is object:
            obj = object.__new__(cls)
        else:
            obj = member_type.__new__(cls, *args) if member_type.__new__ is not object.__new__ else object.__new__(cls)
        if "_value_" not in obj.__dict__:
            if member_type is object:
                obj._value_ = value
            else:
                try:
                    obj._value_ = member_type(*args)
                except Exception as exc:
                    raise TypeError("_value_ not set in __new__, unable to create it") from exc
        value = obj._value_
        obj._name_ = name
        obj.__objclass__ = cls
        init = cls.__init__
        obj._sort_order_ = len(cls._member_names_)
        obj.__init__(*args)
        if is_flag and isinstance(value, int):
            cls._flag_mask_ |= value
            if value and value & (value - 1) == 0:
                cls._singles_mask_ |= value
        canonical = None
        try:
            canonical = cls._value2member_map_.get(value)
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    canonical = m
        if canonical is not None:
            obj = canonical
        elif not is_flag or not isinstance(value, int) or (value and value & (value - 1) == 0):
            cls._member_names_.append(name)
        cls._member_map_[name] = obj
        try:
            cls._value2member_map_.setdefault(value, obj)
        except TypeError:
            cls._unhashable_values_.append(value)
        found = None
        for base in cls.__mro__[1:]:
            if name in base.__dict__:
                found = base.__dict__[name]
                break
        if isinstance(found, property):
            return
        type.__setattr__(cls, name, obj)

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value=_auto_null, *values, names=_auto_null, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or (names is _auto_null and not values and cls._member_type_ is not object):
            if values or names is not _auto_null:
                value = (value, *values) if names is _auto_null else (value, names, *values)
            if value is _auto_null:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, value)
        if names is _auto_null:
            if not values:
                if value is _auto_null:
                    raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
                raise TypeError(f"<enum {cls.__name__!r}> has no members; specify `names=()` if you meant to create a new, empty, enum")
            names = values[0]
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        d = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            d[name] = value
        d["__module__"] = module or _sys._getframemodulename(0)
        if qualname is not None:
            d["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, d, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__",
            "__len__", "__members__", "__module__", "__name__", "__qualname__"] + cls._member_names_)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return _Proxy(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        if not _dunder(name):
            found = cls.__dict__.get("_member_map_", {}).get(name)
            if found is not None:
                return found
        raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m
        if not cls._member_map_ and not (Flag is not None and issubclass(cls, Flag)):
            raise TypeError(f"{cls!r} has no members defined")
        exc = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            exc, result = e, None
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        error = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and exc is None:
            raise error
        if exc is None:
            exc = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
        if not isinstance(exc, ValueError):
            exc.__context__ = error
        raise exc

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        cls = self.__class__
        cls._member_map_[name] = self
        type.__setattr__(cls, name, self)

    def _add_value_alias_(self, value):
        self.__class__._value2member_map_[value] = self

    def __repr__(self):
        show = self._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in type(self).__mro__:
            if cls not in (object, Enum):
                names |= {n for n in cls.__dict__ if n[0] != "_" and n not in cls.__dict__.get("_member_map_", {})}
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Only the repr is the enum's; str and format are the data type's."""


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        member = str.__new__(cls, *values)
        member._value_ = str(*values)
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    __str__ = str.__str__
    __format__ = str.__format__


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** (last.bit_length() - 1 + 1) if last > 0 else 1
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        negative = value if value < 0 else None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_bin(value, bits)}\n  allowed {_bin(mask, bits)}")
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = value & all_bits & (mask if cls._boundary_ in (STRICT, CONFORM) else all_bits)
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        unknown = value & ~mask
        obj = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        obj._value_ = value
        names = [m._name_ for m in cls if m._value_ & value]
        if unknown:
            names.append(cls._numeric_repr_(unknown))
        obj._name_ = "|".join(names) if value and names else None
        cls._value2member_map_[value] = obj
        return obj

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for m in self.__class__:
            if m._value_ & self._value_:
                yield m

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__.__name__
        v = (self._value_repr_ or repr)(self._value_)
        return f"<{cls}: {v}>" if self._name_ is None else f"<{cls}.{self._name_}: {v}>"

    def __str__(self):
        cls = self.__class__.__name__
        return f"{cls}({self._value_!r})" if self._name_ is None else f"{cls}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        v = self._get_value(other)
        return v if v is NotImplemented else self.__class__(self._value_ | v)

    def __and__(self, other):
        v = self._get_value(other)
        return v if v is NotImplemented else self.__class__(self._value_ & v)

    def __xor__(self, other):
        v = self._get_value(other)
        return v if v is NotImplemented else self.__class__(self._value_ ^ v)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __or__, __and__, __xor__, __invert__ = Flag.__or__, Flag.__and__, Flag.__xor__, Flag.__invert__
    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__
    __str__ = int.__repr__
    __format__ = int.__format__


def _bin(n, bits):
    s = bin(n & ((1 << bits) - 1))[2:].rjust(bits, "0")
    return f"0b{'1' if n < 0 else '0'} {s}"


def unique(enumeration):
    dups = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
    if dups:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(f'{a} -> {n}' for a, n in dups)}")
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                dups = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if dups:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(f'{a} -> {n}' for a, n in dups)}")
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) >= 2:
                    low, high = min(values), max(values)
                    want = [2 ** i for i in range(low.bit_length() - 1, high.bit_length())] if issubclass(enumeration, Flag) else range(low, high + 1)
                    lacking = [v for v in want if v not in values]
                    if lacking:
                        raise ValueError(f"invalid {'flag' if issubclass(enumeration, Flag) else 'enum'} {enumeration.__name__!r}: missing values {', '.join(map(str, lacking))}")
        return enumeration


def global_enum(cls, update_str=False):
    _sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def show_flag_values(value):
    return [1 << i for i in range(value.bit_length()) if value >> i & 1]
