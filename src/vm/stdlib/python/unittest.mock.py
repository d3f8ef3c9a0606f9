import asyncio
import contextlib
import functools
import inspect
import sys
import types

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
    "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal", "ThreadingMock")
FILTER_DIR = True


class InvalidSpecError(Exception):
    pass


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinels:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def _signature_text(name, args, kwargs):
    parts = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(parts)})"


class _Call(tuple):
    """A call's name, arguments and keywords; `call.a.b(1)` makes one, a mock's records are some."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for item in value:
            if isinstance(item, str):
                name = item
            elif isinstance(item, tuple):
                args = item
            else:
                kwargs = item
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return False
        if len(other) > 3 or len(self) not in (2, 3):
            return False
        mine, theirs = _parts(self), _parts(other)
        return theirs is not None and (not mine[0] or not theirs[0] or mine[0] == theirs[0] or False) and \
            (mine[0] == theirs[0] or len(self) == 2 or len(other) < 3) and mine[1:] == theirs[1:]

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, name):
        if self._mock_name is None:
            return _Call(name=name, from_kall=False)
        return _Call(name=f"{self._mock_name}.{name}", parent=self, from_kall=False)

    def __getattribute__(self, name):
        if name in ("count", "index"):
            raise AttributeError
        return tuple.__getattribute__(self, name)

    args = property(lambda self: self[-2])
    kwargs = property(lambda self: self[-1])

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else f"call.{name}"
        name = "" if len(self) == 2 else self[0]
        name = "call" if not name else f"call.{name}" if not name.startswith("()") else f"call{name}"
        return _signature_text(name, self[-2], self[-1])

    def call_list(self):
        found, item = [], self
        while item is not None:
            if item._mock_from_kall:
                found.append(item)
            item = item._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


def _parts(value):
    """Name, arguments and keywords of a call in any of its short forms."""
    name, args, kwargs = "", (), {}
    for i, item in enumerate(value):
        if isinstance(item, str) and i == 0:
            name = item
        elif isinstance(item, tuple):
            args = item
        elif isinstance(item, dict):
            kwargs = item
        else:
            return None
    return name, args, kwargs


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


_BINARY = "add sub mul matmul truediv floordiv mod divmod lshift rshift and xor or pow".split()
_MAGICS = {f"__{name}__" for name in ("hash str sizeof lt gt le ge eq ne getitem setitem delitem len contains iter bool int "
    "float complex index enter exit round trunc floor ceil fspath neg pos abs invert next reversed missing call "
    "format dir subclasses getnewargs getinitargs getstate setstate getformat repr aenter aexit aiter anext").split()}
_MAGICS |= {f"__{side}{name}__" for name in _BINARY for side in ("", "r", "i")}
_ASYNC_MAGICS = {"__aenter__", "__aexit__", "__anext__"}
_SET_ONLY = {"__repr__", "__dir__", "__call__", "__format__", "__subclasses__", "__getnewargs__", "__getinitargs__",
    "__getstate__", "__setstate__", "__getformat__", "__missing__", "__next__", "__reversed__"} | \
    {f"__r{name}__" for name in _BINARY}
_RETURNS = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1, "__aexit__": False}


class _Magic:
    """Makes the mock of a special method when it is first looked at."""

    def __init__(self, name, parent):
        self.name, self.parent = name, parent

    def create_mock(self):
        name, parent = self.name, self.parent
        made = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        setattr(parent, name, made)
        if name in _RETURNS:
            made.return_value = _RETURNS[name]
        elif name == "__hash__":
            made.return_value = object.__hash__(parent)
        elif name == "__str__":
            made.return_value = object.__str__(parent)
        elif name == "__sizeof__":
            made.return_value = 48
        elif name == "__fspath__":
            made.return_value = f"{type(parent).__name__}/{parent._mock_name}/{id(parent)}"
        elif name == "__eq__":
            made.side_effect = lambda other: True if made._mock_return is DEFAULT and other is parent else \
                NotImplemented if made._mock_return is DEFAULT else made._mock_return
        elif name == "__ne__":
            made.side_effect = lambda other: NotImplemented if made._mock_return is DEFAULT else made._mock_return
        elif name == "__iter__":
            made.side_effect = lambda: iter([] if made._mock_return is DEFAULT else made._mock_return)
        elif name == "__aiter__":
            made.side_effect = lambda: _async_iterator([] if made._mock_return is DEFAULT else made._mock_return)
        return made

    def __get__(self, obj, owner=None):
        return self.create_mock()


async def _async_iterator(items):
    for item in items:
        yield item


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _is_async(obj):
    if isinstance(obj, (staticmethod, classmethod)):
        obj = obj.__func__
    return isinstance(obj, (types.FunctionType, types.MethodType)) and inspect.iscoroutinefunction(obj)


class NonCallableMock:
    def __new__(cls, /, *args, **kwargs):
        # A class for each mock, so that special methods can be set.
        bases = (cls,)
        spec = kwargs.get("spec_set") or kwargs.get("spec") or (args[0] if args and not isinstance(args[0], str) else None)
        if not issubclass(cls, AsyncMock) and cls is not PropertyMock and _is_async(spec):
            bases = (AsyncMockMixin, cls)
        new = type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__})
        return object.__new__(new)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
            _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        d = self.__dict__
        d.update(_mock_parent=parent, _mock_name=name, _mock_new_name=_new_name,
            _mock_new_parent=parent if _new_parent is None else _new_parent, _mock_sealed=False, _mock_children={},
            _mock_wraps=wraps, _mock_delegate=None, _mock_unsafe=unsafe, _mock_return=DEFAULT, _mock_effect=None,
            method_calls=_CallList(), _spec_class=None, _mock_methods=None, _spec_set=spec_set is not None,
            _spec_signature=None, _spec_asyncs=())
        self.reset_mock()
        if spec_set is not None:
            spec = spec_set
        if spec is not None:
            if isinstance(spec, NonCallableMock):
                raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
            if isinstance(spec, (list, tuple)):
                d["_mock_methods"] = list(spec)
            else:
                d["_spec_class"] = spec if isinstance(spec, type) else type(spec)
                d["_mock_methods"] = dir(spec)
                d["_spec_asyncs"] = [n for n in d["_mock_methods"] if _is_async(getattr(spec, n, None))]
                if isinstance(spec, type):
                    d["_mock_methods"] += list(getattr(spec, "__annotations__", ()))
        self._setup()
        if kwargs:
            self.configure_mock(**kwargs)

    def _setup(self):
        pass

    def attach_mock(self, mock, attribute):
        d = mock.__dict__
        d["_mock_parent"] = d["_mock_new_parent"] = None
        d["_mock_name"], d["_mock_new_name"] = "", None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__["_mock_methods"] = list(spec) if isinstance(spec, (list, tuple)) else dir(spec)
        self.__dict__["_spec_set"] = spec_set

    def _get_return(self):
        value = self.__dict__["_mock_return"]
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    def _set_return(self, value):
        self.__dict__["_mock_return"] = value
        _adopt(self, value, None, "()")

    return_value = property(_get_return, _set_return)

    def _set_effect(self, value):
        if value is not None and not _is_exception(value) and not callable(value):
            value = iter(value)
        self.__dict__["_mock_effect"] = value

    side_effect = property(lambda self: self.__dict__["_mock_effect"], _set_effect)

    @property
    def __class__(self):
        cls = self.__dict__.get("_spec_class")
        return type(self) if cls is None else cls

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=_CallList(),
            mock_calls=_CallList(), method_calls=_CallList())
        if return_value:
            self.__dict__["_mock_return"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_effect"] = None
        for child in list(self._mock_children.values()):
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        made = self.__dict__["_mock_return"]
        if isinstance(made, NonCallableMock) and made is not self:
            made.reset_mock()

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *parents, last = path.split(".")
            obj = self
            for name in parents:
                obj = getattr(obj, name)
            setattr(obj, last, value)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe", "_mock_children"):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not self._mock_unsafe and (methods is None or name not in methods) and \
                name.startswith(("assert", "assret", "asert", "aseert", "assrt", "called_")):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        child = self._mock_children.get(name)
        if child is _missing:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name in ("return_value", "side_effect") or name in self.__dict__ and name not in self._mock_children:
            object.__setattr__(self, name, value)
            return
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _MAGICS:
            if isinstance(value, NonCallableMock):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                def method(self, /, *args, **kwargs):
                    return value(self, *args, **kwargs)
                setattr(type(self), name, method if isinstance(value, types.FunctionType) else value)
            return
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
            return
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._full_name()}.{name}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            return
        child = self._mock_children.get(name, _missing if name not in self.__dict__ else None)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif self._mock_children.get(name) is _missing:
            raise AttributeError(name)
        self._mock_children[name] = _missing

    def _full_name(self):
        """As in the repr: `mock.method().attribute`."""
        parts, last, dot, mock = [], "", "", self
        seen = set()
        name = self._mock_new_name
        parts = [name]
        if name == "()":
            dot = ""
        else:
            dot = "."
        parent = self._mock_new_parent
        while parent is not None:
            last = parent
            parts.append(parent._mock_new_name + dot)
            dot = "" if parent._mock_new_name == "()" else "."
            if id(parent) in seen:
                break
            seen.add(id(parent))
            parent = parent._mock_new_parent
        parts.reverse()
        first = (last or self)._mock_name or "mock"
        if len(parts) > 1 and parts[1] not in ("()", "()."):
            first += "."
        parts[0] = first
        return "".join(parts)

    def __repr__(self):
        name = self._full_name()
        shown = "" if name in ("mock", "mock.") else f" name={name!r}"
        cls = self.__dict__.get("_spec_class")
        spec = "" if cls is None else f" {'spec_set' if self._spec_set else 'spec'}={cls.__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def __dir__(self):
        names = self._mock_methods or object.__dir__(self)
        return sorted(set(names) | set(self.__dict__) | {n for n, c in self._mock_children.items() if c is not _missing})

    def _get_child_mock(self, /, **kwargs):
        if self._mock_sealed:
            raise AttributeError(f"{self._full_name()}.{kwargs.get('name') or '()'}")
        name = kwargs.get("_new_name")
        if name in self._spec_asyncs or name in _ASYNC_MAGICS:
            return AsyncMock(**kwargs)
        cls = next(c for c in type(self).__mro__ if c in (Mock, MagicMock, AsyncMock, NonCallableMagicMock, NonCallableMock, PropertyMock)
            or c.__module__ != "unittest.mock")
        if isinstance(self, AsyncMock) and self._spec_class is None and name != "()" or cls is AsyncMock:
            if name == "()" or name in _MAGICS and name not in _ASYNC_MAGICS or self._mock_methods is not None and \
                    name not in self._spec_asyncs:
                return MagicMock(**kwargs)
            return AsyncMock(**kwargs)
        if issubclass(cls, CallableMixin):
            return cls(**kwargs) if cls is not PropertyMock else MagicMock(**kwargs)
        return (MagicMock if issubclass(cls, MagicMixin) else Mock)(**kwargs)

    # Assertions.

    def _name(self):
        return self._mock_name or "mock"

    def _calls_text(self):
        return f"\nCalls: {self.mock_calls!r}." if self.mock_calls else ""

    def _expected(self, args, kwargs):
        return _signature_text(self._name(), args, kwargs)

    def _normal(self, value):
        """A call whose keywords are bound as the spec's signature does."""
        signature = self.__dict__.get("_spec_signature")
        if signature is None:
            return value
        name, args, kwargs = _parts(value)
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e
        return name, bound.args, bound.kwargs

    def _same(self, a, b):
        a, b = self._normal(a), self._normal(b)
        return not isinstance(a, Exception) and a == b

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected {self._name()!r} to not have been called. Called {self.call_count} times.{self._calls_text()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected {self._name()!r} to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected {self._name()!r} to have been called once. Called {self.call_count} times.{self._calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {self._expected(args, kwargs)}\n  Actual: not called.")
        if not self._same(_Call((args, kwargs), two=True), self.call_args):
            raise AssertionError(f"expected call not found.\nExpected: {self._expected(args, kwargs)}\n"
                f"  Actual: {self._expected(*self.call_args)}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected {self._name()!r} to be called once. Called {self.call_count} times.{self._calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if not any(self._same(_Call((args, kwargs), two=True), made) for made in self.call_args_list):
            raise AssertionError(f"{self._expected(args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        expected, made = list(calls), self.mock_calls
        if not any_order:
            if _CallList(made).__contains__(expected):
                return
            raise AssertionError(f"Calls not found.\nExpected: {_CallList(expected)!r}\n  Actual: {made!r}")
        left, lacking = list(made), []
        for item in expected:
            try:
                left.remove(item)
            except ValueError:
                lacking.append(item)
        if lacking:
            raise AssertionError(f"{self._name()!r} does not contain all of {tuple(lacking)!r} in its call list, found {made!r} instead")


def _adopt(parent, value, name, new_name):
    """Makes a mock a child, so that its calls are recorded in the parent."""
    if not isinstance(value, NonCallableMock) or type(value).__mro__ is None:
        return False
    d = value.__dict__
    if d["_mock_name"] or d["_mock_new_name"] or d["_mock_parent"] is not None or d["_mock_new_parent"] is not None:
        return False
    mock = parent
    while mock is not None:
        if mock is value:
            return False
        mock = mock._mock_new_parent
    if new_name:
        d["_mock_new_parent"], d["_mock_new_name"] = parent, new_name
    if name:
        d["_mock_parent"], d["_mock_name"] = parent, name
    return True


class CallableMixin:
    def __call__(self, /, *args, **kwargs):
        self._mock_check(args, kwargs)
        self._record(args, kwargs)
        return self._execute(args, kwargs)

    def _mock_check(self, args, kwargs):
        signature = self.__dict__.get("_spec_signature")
        if signature is not None:
            signature.bind(*args, **kwargs)

    def _record(self, args, kwargs):
        d = self.__dict__
        made = _Call((args, kwargs), two=True)
        d["called"], d["call_count"], d["call_args"] = True, self.call_count + 1, made
        self.call_args_list.append(made)
        is_method = self._mock_parent is not None
        method_name, name = self._mock_name, self._mock_new_name
        self.mock_calls.append(_Call(("", args, kwargs)))
        parent, was_call = self._mock_new_parent, name == "()"
        while parent is not None:
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                name = f"{parent._mock_new_name}{'' if was_call else '.'}{name}"
                was_call = parent._mock_new_name == "()"
            parent = parent._mock_new_parent

    def _execute(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class MagicMixin:
    def _setup(self):
        names = _MAGICS - _SET_ONLY
        methods = self._mock_methods
        if methods is not None:
            names = names & set(methods)
        cls = type(self)
        for name in names:
            setattr(cls, name, _Magic(name, self))


class Mock(CallableMixin, NonCallableMock):
    pass


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)


class AsyncMockMixin:
    _is_coroutine_mark = True

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    async def _run(self, args, kwargs):
        d = self.__dict__
        made = _Call((args, kwargs), two=True)
        d["await_count"], d["await_args"] = self.await_count + 1, made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result
        return self.return_value

    def _execute(self, args, kwargs):
        return self._run(args, kwargs)

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f"Expected {self._name()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._name()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        expected = self._expected(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if not self._same(_Call((args, kwargs), two=True), self.await_args):
            raise AssertionError(f"expected await not found.\nExpected: {expected}\n  Actual: {self._expected(*self.await_args)}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._name()} to have been awaited once. Awaited {self.await_count} times.")
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if not any(self._same(_Call((args, kwargs), two=True), made) for made in self.await_args_list):
            raise AssertionError(f"{self._expected(args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        expected, made = list(calls), self.await_args_list
        if any_order and all(item in made for item in expected) or not any_order and made.__contains__(expected):
            return
        raise AssertionError(f"Awaits not found.\nExpected: {_CallList(expected)!r}\nActual: {made!r}")

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f"Expected {self._name()} to not have been awaited. Awaited {self.await_count} times.")


class AsyncMock(AsyncMockMixin, MagicMock):
    pass


ThreadingMock = MagicMock


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    if isinstance(spec, (types.FunctionType, types.MethodType)):
        cls = AsyncMock if _is_async(spec) else MagicMock
        mock = cls(name=_name or spec.__name__, **kwargs)
        mock.__dict__["_spec_signature"] = inspect.signature(spec)
        mock.__dict__["__name__"] = spec.__name__
        return mock
    is_type = isinstance(spec, type)
    cls = MagicMock if is_type and not instance or callable(spec) and not is_type else NonCallableMagicMock
    mock = cls(**{"spec_set" if spec_set else "spec": spec}, name=_name, **kwargs)
    of = spec if is_type else type(spec)
    if is_type and not instance:
        try:
            mock.__dict__["_spec_signature"] = inspect.signature(spec)
        except (ValueError, TypeError):
            pass
        mock.return_value = create_autospec(spec, spec_set, True, _name="()", _parent=mock)
    for name in dir(spec):
        if name in _MAGICS or name.startswith("__"):
            continue
        original = inspect.getattr_static(of, name, None) if hasattr(inspect, "getattr_static") else of.__dict__.get(name)
        if isinstance(original, types.FunctionType):
            child = (AsyncMock if _is_async(original) else MagicMock)(name=name, parent=mock, _new_name=name, _new_parent=mock)
            signature = inspect.signature(original)
            if instance or not is_type:
                signature = signature.replace(parameters=list(signature.parameters.values())[1:])
            child.__dict__["_spec_signature"] = signature
            mock._mock_children[name] = child
    return mock


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)
    made = mock.__dict__["_mock_return"]
    if isinstance(made, NonCallableMock) and made._mock_new_parent is mock:
        seal(made)


def mock_open(mock=None, read_data=""):
    from io import BytesIO, StringIO
    if mock is None:
        mock = MagicMock(name="open")
    handle = MagicMock()
    handle.__enter__.return_value = handle
    source = None

    def reset(*args, **kwargs):
        nonlocal source
        source = BytesIO(read_data) if isinstance(read_data, bytes) else StringIO(read_data)
        return DEFAULT
    reset()
    handle.read.side_effect = lambda *a: source.read(*a)
    handle.readline.side_effect = lambda *a: source.readline(*a)
    handle.readlines.side_effect = lambda *a: source.readlines(*a)
    handle.__iter__.side_effect = lambda: iter(source)
    handle.__exit__.side_effect = lambda *exc: [handle.close()] and None
    mock.side_effect, mock.return_value = reset, handle
    return mock


# patch

def _resolve(path):
    parts = path.split(".")
    obj = __import__(parts[0])
    for i, name in enumerate(parts[1:], 2):
        try:
            obj = getattr(obj, name)
        except AttributeError:
            __import__(".".join(parts[:i]))
            obj = getattr(obj, name)
    return obj


class _Patch:
    active = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.spec, self.create = getter, attribute, new, spec, create
        self.spec_set, self.autospec, self.new_callable, self.kwargs = spec_set, autospec, new_callable, kwargs
        self.attribute_name, self.additional_patchers = None, []

    def copy(self):
        new = _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
            self.new_callable, self.kwargs)
        new.attribute_name = self.attribute_name
        new.additional_patchers = [p.copy() for p in self.additional_patchers]
        return new

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func

        def enter(stack, args, kwargs):
            extra = []
            for patching in patched.patchings:
                made = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    kwargs.update(made)
                elif patching.new is DEFAULT:
                    extra.append(made)
            return args + tuple(extra)

        if inspect.iscoroutinefunction(func):
            async def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args = enter(stack, args, kwargs)
                    return await func(*args, **kwargs)
        else:
            def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args = enter(stack, args, kwargs)
                    return func(*args, **kwargs)
        functools.update_wrapper(patched, func)
        patched.patchings = [self]
        return patched

    def __enter__(self):
        self.target = target = self.getter()
        name = self.attribute
        try:
            original, self.local = target.__dict__[name], True
        except (AttributeError, KeyError):
            original, self.local = getattr(target, name, DEFAULT), False
        if original is DEFAULT and not self.create:
            if isinstance(target, types.ModuleType) and name in sys.modules["builtins"].__dict__:
                self.create, original = True, DEFAULT
            else:
                raise AttributeError(f"{target} does not have the attribute {name!r}")
        self.original = original
        new = self.new
        if new is DEFAULT and self.autospec is None:
            spec, spec_set = (original if s is True else s for s in (self.spec, self.spec_set))
            kwargs = dict(self.kwargs)
            if spec is not None:
                kwargs["spec"] = spec
            if spec_set is not None:
                kwargs["spec_set"] = spec_set
            subject = spec if spec is not None else spec_set if spec_set is not None else original
            cls = self.new_callable or (AsyncMock if _is_async(subject) else MagicMock)
            if isinstance(cls, type) and issubclass(cls, NonCallableMock):
                kwargs.setdefault("name", name)
            new = cls(**kwargs)
            if isinstance(spec or spec_set, type) and isinstance(new, CallableMixin) and (spec or spec_set) is not None:
                new.return_value = type(new).__mro__[1](**{"spec" if spec else "spec_set": spec or spec_set}, name="()")
        elif new is DEFAULT:
            new = create_autospec(original if self.autospec is True else self.autospec, spec_set=bool(self.spec_set),
                _name=name, **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.stack = contextlib.ExitStack()
        setattr(target, name, new)
        if self.attribute_name is None:
            return new
        made = {self.attribute_name: new} if self.new is DEFAULT else {}
        for patcher in self.additional_patchers:
            got = self.stack.enter_context(patcher)
            if patcher.new is DEFAULT:
                made.update(got)
        return made

    def __exit__(self, *exc):
        if self.local and self.original is not DEFAULT:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
        return self.stack.__exit__(*exc)

    def start(self):
        result = self.__enter__()
        self.active.append(self)
        return result

    def stop(self):
        try:
            self.active.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _target(path):
    try:
        module, attribute = path.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {path!r}") from None
    return functools.partial(_resolve, module), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    getter, attribute = _target(target)
    return _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = functools.partial(_resolve, target) if isinstance(target, str) else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patches = []
    for attribute, new in kwargs.items():
        one = _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        patches.append(one)
    patches[0].additional_patchers = patches[1:]
    return patches[0]


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        self.original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc):
        self.in_dict.clear()
        self.in_dict.update(self.original)
        return False

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self(getattr(func, name)))
            return func
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def inner(*args, **kwargs):
                with self:
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def inner(*args, **kwargs):
                with self:
                    return func(*args, **kwargs)
        return inner

    def start(self):
        result = self.__enter__()
        _Patch.active.append(self)
        return result

    stop = _Patch.stop
    active = _Patch.active


def _stop_all():
    for one in reversed(_Patch.active[:]):
        one.stop()


patch.object, patch.dict, patch.multiple, patch.stopall, patch.TEST_PREFIX = \
    _patch_object, _PatchDict, _patch_multiple, _stop_all, "test"
