import sys
import _awaitscope as _vm

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings", "deprecated"]
filters = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0)]
_seen = {}


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}"


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        for code, _, _ in _vm.frames():
            if code.co_filename == filename:
                line = _vm.line(code, lineno)
                break
    return text + (f"  {line.strip()}\n" if line and line.strip() else "")


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    category = UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frames = _vm.frames()
    if 0 < stacklevel <= len(frames):
        code, lineno, space = frames[stacklevel - 1]
        filename, module = code.co_filename, space.get("__name__", "<string>")
    else:
        filename, lineno, module = "<sys>", 0, "sys"
    warn_explicit(message, category, filename, lineno, module)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = "default"
    for act, msg, cat, mod, ln in filters:
        if ((msg is None or msg.match(text)) and issubclass(category, cat)
                and (mod is None or (mod == module if isinstance(mod, str) else mod.match(module or ""))) and ln in (0, lineno)):
            action = act
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always" and action != "all":
        key = (text, category, module, lineno if action == "default" else 0) if action != "once" else (text, category)
        if _seen.get(key):
            return
        _seen[key] = True
    if _record is not None:
        _record.append(WarningMessage(message, category, filename, lineno, source=source))
    else:
        showwarning(message, category, filename, lineno)
        if source and showwarning is _showwarning:
            sys.stderr.write(f"{category.__name__}: Enable tracemalloc to get the object allocation traceback\n")


_record = None
_showwarning = showwarning


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    import re  # for filterwarnings
    if action not in ("error", "ignore", "always", "all", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")
    item = (action, re.compile(message, re.I) if message else None, category, re.compile(module) if module else None, lineno)
    _add(item, append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in ("error", "ignore", "always", "all", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _seen.clear()


def resetwarnings():
    filters[:] = []
    _seen.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global _record
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters[:], _record, dict(_seen), showwarning
        _seen.clear()
        if self._filter:
            simplefilter(*self._filter)
        if self._record:
            _record = []
            return _record

    def __exit__(self, *exc):
        global _record, showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], _record, seen, showwarning = self._saved
        _seen.clear()
        _seen.update(seen)

    def __repr__(self):
        return f"catch_warnings({'record=True' if self._record else ''})"


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        import functools  # for deprecated
        msg, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = msg
            return arg
        if isinstance(arg, type):
            original = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(msg, category=category, stacklevel=level)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                return object.__new__(cls)
            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = msg
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(msg, category=category, stacklevel=level)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = msg
        return wrapper
